// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesecuritygroupreferences
import { referencesOf } from '#resources/security-group-rule/usage.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { ownersOf } from '#resources/security-group/usage.ts';
import { requireKnownGroups } from '#resources/security-group/verbs/require-known-groups.ts';
import { id, list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-security-group-references.ts';

/** Which other groups' rules name the groups, of whatever account; what none names is left out. */
export const describeSecurityGroupReferences = action.read({
  model,
  input: {
    SecurityGroupId: list(id('security-group'), {
      required: true,
      max: 10,
      reasons: {
        missing: securityGroupFaults.referencesMany,
        count: securityGroupFaults.referencesMany,
      },
    }),
  },
  handle: async (context, { SecurityGroupId: groups }) => {
    const { db, region } = context;
    await requireKnownGroups(context, groups, region);
    const found = await referencesOf(db, groups);
    const owners = await ownersOf(db, [...found.values()].flat());
    return {
      SecurityGroupReferences: [...new Set(groups)].flatMap((group) => {
        const by = found.get(group) ?? [];
        const shown = by.map((key) => {
          return { SecurityGroupId: key, AliUid: owners.get(key) ?? '' };
        });
        return by.length === 0
          ? []
          : [{ SecurityGroupId: group, ReferencingSecurityGroups: shown }];
      }),
    };
  },
});
