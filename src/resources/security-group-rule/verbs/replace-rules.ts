import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupRuleFaults as faults } from '../faults.ts';
import type { RuleSpec, SecurityGroupRule } from '../rule.ts';
import { requireRoomForRules, requireRules, type RuleLimit } from '../rule-checks.ts';
import { holdRules, kept, saveRules, type ListedRule, type RulesChange } from '../rule-lists.ts';
import { isSameRule, isTwin } from '../same-rule.ts';

export interface ReplaceRulesRequest extends RulesChange {
  /** The rules from now on; a direction that is not given keeps its own. */
  readonly ingress?: readonly RuleSpec[] | undefined;
  readonly egress?: readonly RuleSpec[] | undefined;
  /**
   * Whether the lists are in the order as given. Else rules that are there stay in the order in
   * which they are, and each new one comes behind the one that it follows.
   */
  readonly order: 'given' | 'kept';
  readonly limit: RuleLimit;
}

/** Replaces whole lists of rules. A rule that is there already stays the same one. */
export const replaceRules = verb(
  [holdRules, requireRules, requireRoomForRules, faults.duplicate],
  async (scope: Scope, request: ReplaceRulesRequest): Promise<void> => {
    const { ingress, egress, order, limit } = request;
    const lists = await holdRules(scope, request);
    await requireRules(scope, lists, [...(ingress ?? []), ...(egress ?? [])]);
    const listFor = (before: readonly SecurityGroupRule[], specs: readonly RuleSpec[]) => {
      const list = recognised(before, specs);
      return order === 'given' ? list : inOrderOf(before, list);
    };
    const after = {
      ingress: ingress && listFor(lists.ingress, ingress),
      egress: egress && listFor(lists.egress, egress),
    };
    await requireRoomForRules(scope, lists, { ...after, limit });
    await saveRules(scope, lists.group, after);
  },
);

function recognised(
  before: readonly SecurityGroupRule[],
  specs: readonly RuleSpec[],
): readonly ListedRule[] {
  const known = new Set<SecurityGroupRule>();
  return specs.map((spec, at) => {
    if (specs.slice(0, at).some((other) => isTwin(other, spec))) throw faults.duplicate();
    const was = before
      .filter((rule) => !known.has(rule))
      .find((rule) => isThatOf(rule, spec, specs));
    if (was === undefined) return { spec };
    known.add(was);
    if (was.description === spec.description) return kept(was);
    return { spec: { ...was, description: spec.description }, was };
  });
}

/** Whether a rule becomes this one: not where another one is written exactly as it is. */
function isThatOf(rule: SecurityGroupRule, spec: RuleSpec, specs: readonly RuleSpec[]): boolean {
  if (isTwin(rule, spec)) return true;
  return isSameRule(rule, spec) && !specs.some((other) => isTwin(rule, other));
}

function inOrderOf(
  before: readonly SecurityGroupRule[],
  list: readonly ListedRule[],
): readonly ListedRule[] {
  const known = list.filter(({ was }) => was !== undefined);
  const place = ({ was }: ListedRule) => before.findIndex(({ key }) => key === was?.key);
  const ordered = known.toSorted((a, b) => place(a) - place(b));
  for (const [at, rule] of list.entries()) {
    if (rule.was !== undefined) continue;
    const leader = list[at - 1];
    ordered.splice(leader === undefined ? 0 : ordered.indexOf(leader) + 1, 0, rule);
  }
  return ordered;
}
