// https://cloud.tencent.com/doc/api/229/编辑单条安全组规则 (seed 004 L56757)
import { action } from '#apis/context.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { modifyRules } from '#resources/security-group-rule/verbs/modify-rules.ts';
import { integer, structure } from '#wire/builders.ts';
import {
  changeableGroup,
  direction,
  groupMeant,
  legacySpec,
  policyAsked,
  version,
} from './legacy-rules.ts';

/** Puts another rule in the place of one. `policys` is that rule, not a list (L56888). */
export const modifySingleSecurityGroupPolicy = action.write({
  name: 'ModifySingleSecurityGroupPolicy',
  input: structure({
    sgId: groupMeant,
    version,
    direction,
    index: integer({ required: true, min: 0, reasons: faults.indexOutOfRange }),
    policys: { ...policyAsked, required: true },
  }),
  output: structure({}),
  handle: async (context, { sgId: group, version: seen, direction: side, index, policys }) => {
    await changeableGroup(context, group);
    const { priority: _none, ...set } = legacySpec(policys, context.account);
    await modifyRules(context, {
      region: context.region,
      group,
      version: seen,
      direction: side,
      changes: [{ rule: { index }, set, to: 'same' }],
    });
  },
});
