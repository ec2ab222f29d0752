// https://cloud.tencent.com/doc/api/229/添加安全组规则 (seed 004 L56610)
import { action } from '#apis/context.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { addRules } from '#resources/security-group-rule/verbs/add-rules.ts';
import { listRules } from '#resources/security-group-rule/verbs/list-rules.ts';
import { integer, list, structure } from '#wire/builders.ts';
import {
  changeableGroup,
  direction,
  groupMeant,
  legacySpec,
  policyAsked,
  version,
} from './legacy-rules.ts';

/** Puts rules in front of the one at an index; the first of a list have the index -1 (L56683). */
export const createSecurityGroupPolicy = action.write({
  name: 'CreateSecurityGroupPolicy',
  input: structure({
    sgId: groupMeant,
    version,
    direction,
    index: integer({ required: true, min: -1, reasons: faults.indexOutOfRange }),
    policys: list(policyAsked, {
      required: true,
      min: 1,
      max: 200,
      reasons: { count: faults.tooManyNamed },
    }),
  }),
  output: structure({}),
  handle: async (context, { sgId: group, version: seen, direction: side, index, policys }) => {
    const { region, account } = context;
    await changeableGroup(context, group);
    const before = (await listRules(context, { region, group }))[side];
    if ((before.length === 0) !== (index === -1)) throw faults.indexOutOfRange({ index });
    await addRules(context, {
      region,
      group,
      version: seen,
      direction: side,
      rules: policys.map((policy) => legacySpec(policy, account)),
      at: Math.max(index, 0),
      duplicates: 'refused',
      limit: 'direction',
    });
  },
});
