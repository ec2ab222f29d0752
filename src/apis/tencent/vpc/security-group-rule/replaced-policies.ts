import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import type { RuleSpec } from '#resources/security-group-rule/rule.ts';
import { policySpec, type Policy } from '../../structs/security-group-rule/policy-set.ts';

/** The place that a policy names. @throws Fault where it names none */
export function indexOf({ PolicyIndex: index }: Policy): number {
  if (index === undefined) throw faults.indexMissing();
  return index;
}

/** What a rule becomes; its priority stays that of its place. */
export function contentOf(
  policy: Policy,
  by: { readonly account: string },
): Omit<RuleSpec, 'priority'> {
  const { priority: _none, ...content } = policySpec(policy, by);
  return content;
}
