// https://cloud.tencent.com/doc/api/229/修改安全组规则 (seed 004 L56203)
import { action } from '#apis/context.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import { replaceRules } from '#resources/security-group-rule/verbs/replace-rules.ts';
import { list, structure } from '#wire/builders.ts';
import { changeableGroup, groupMeant, legacySpec, policyAsked } from './legacy-rules.ts';

const rules = list(policyAsked, {
  required: true,
  max: 200,
  reasons: { count: faults.tooManyNamed },
});

/** Replaces the rules of both directions: all of them, or none (L56215, L56241). */
export const modifySecurityGroupPolicys = action.write({
  name: 'ModifySecurityGroupPolicys',
  input: structure({ sgId: groupMeant, ingress: rules, egress: rules }),
  output: structure({}),
  handle: async (context, { sgId: group, ingress, egress }) => {
    const { region, account } = context;
    await changeableGroup(context, group);
    await replaceRules(context, {
      region,
      group,
      ingress: ingress.map((policy) => legacySpec(policy, account)),
      egress: egress.map((policy) => legacySpec(policy, account)),
      order: 'given',
      limit: 'direction',
    });
  },
});
