// https://cloud.tencent.com/doc/api/229/删除安全组规则 (seed 004 L57380)
import { action } from '#apis/context.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { removeRules } from '#resources/security-group-rule/verbs/remove-rules.ts';
import { integer, list, string, structure } from '#wire/builders.ts';
import { changeableGroup, direction, groupMeant, version } from './legacy-rules.ts';

/** Takes the rules at these places out of a group. Its data is an empty list (L57438). */
export const deleteSecurityGroupPolicy = action.write({
  name: 'DeleteSecurityGroupPolicy',
  input: structure({
    sgId: groupMeant,
    version,
    direction,
    indexes: list(integer({ min: 0, reasons: faults.indexOutOfRange }), {
      required: true,
      min: 1,
      max: 200,
      reasons: { count: faults.tooManyNamed },
    }),
  }),
  output: structure({ data: list(string()) }),
  handle: async (context, { sgId: group, version: seen, direction: side, indexes }) => {
    await changeableGroup(context, group);
    await removeRules(context, {
      region: context.region,
      group,
      version: seen,
      direction: side,
      rules: { indexes },
      missing: 'refused',
    });
    return { data: [] };
  },
});
