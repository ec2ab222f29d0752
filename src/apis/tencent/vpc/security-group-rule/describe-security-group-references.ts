// https://cloud.tencent.com/document/api/215/55998, models/tencent/vpc.json.
import { requireKnownGroups } from '#resources/security-group/verbs/require-known-groups.ts';
import { referencesOf } from '#resources/security-group-rule/usage.ts';
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { vpcIds } from '../listing.ts';
import * as model from '../models/describe-security-group-references.ts';

/** Which groups' rules name a group; a group that names itself is not told. */
export const describeSecurityGroupReferences = action.read({
  model,
  input: { SecurityGroupIds: vpcIds('security-group') },
  output: {
    ReferredSecurityGroupSet: {
      item: { fields: { ReferredSecurityGroupIds: { item: id('security-group') } } },
    },
  },
  handle: async (context, { SecurityGroupIds: groups }) => {
    await requireKnownGroups(context, groups, context.region);
    const references = await referencesOf(context.db, groups);
    return {
      ReferredSecurityGroupSet: groups.map((group) => ({
        SecurityGroupId: group,
        ReferredSecurityGroupIds: references.get(group) ?? [],
      })),
    };
  },
});
