// https://cloud.tencent.com/doc/api/229/查询与安全组关联的安全组列表 (seed 004 L56531)
import { action } from '#apis/context.ts';
import { requireKnownGroups } from '#resources/security-group/verbs/require-known-groups.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { referencesOf } from '#resources/security-group-rule/usage.ts';
import { id, list, record, structure } from '#wire/builders.ts';
import { groupMeant } from './legacy-rules.ts';

const group = id('security-group');

/** Which other groups' rules name each group; itself does not count (L56551). */
export const describeAssociateSecurityGroups = action.read({
  name: 'DescribeAssociateSecurityGroups',
  input: structure({
    sgIds: list(groupMeant, {
      required: true,
      min: 1,
      max: 100,
      reasons: { missing: faults.noneGiven, count: faults.noneGiven },
    }),
  }),
  output: structure({ data: record(group, list(group)) }),
  handle: async (context, { sgIds: groups }) => {
    await requireKnownGroups(context, groups, context.region);
    const references = await referencesOf(context.db, groups);
    return { data: Object.fromEntries(groups.map((key) => [key, references.get(key) ?? []])) };
  },
});
