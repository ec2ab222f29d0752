import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupRuleFaults as faults } from '../faults.ts';
import type { Direction, RuleSpec, SecurityGroupRule } from '../rule.ts';
import { requireRoomForRules, requireRules, type RuleLimit } from '../rule-checks.ts';
import { holdRules, kept, saveRules, type ListedRule, type RulesChange } from '../rule-lists.ts';
import { placeOf } from '../rule-order.ts';
import { isSameRule, isTwin } from '../same-rule.ts';

export interface AddRulesRequest extends RulesChange {
  readonly direction: Direction;
  readonly rules: readonly RuleSpec[];
  /** In front of the rule at that index, behind all, or where their priorities put them. */
  readonly at: number | 'end' | 'priority';
  /** What becomes of a rule that is there already. */
  readonly duplicates: 'refused' | 'skipped';
  readonly limit: RuleLimit;
}

/** Adds rules to a group. Answers the rules of that direction, in their order. */
export const addRules = verb(
  [holdRules, requireRules, requireRoomForRules, faults.duplicate, faults.indexOutOfRange],
  async (scope: Scope, request: AddRulesRequest): Promise<readonly SecurityGroupRule[]> => {
    const { direction, rules, at, limit } = request;
    const lists = await holdRules(scope, request);
    await requireRules(scope, lists, rules);
    const before = lists[direction];
    const added = newOnes(before, request);
    if (added.length === 0) return before;
    if (typeof at === 'number' && at > before.length) throw faults.indexOutOfRange({ index: at });
    const list = before.map(kept);
    if (at === 'priority') {
      for (const spec of added) list.splice(placeByPriority(list, spec), 0, { spec });
    } else {
      const place = at === 'end' ? before.length : at;
      list.splice(place, 0, ...added.map((spec) => ({ spec })));
    }
    await requireRoomForRules(scope, lists, { [direction]: list, limit });
    return await saveRules(scope, lists.group, { [direction]: list });
  },
);

/** Where the priority of a rule puts it. */
export function placeByPriority(list: readonly ListedRule[], { action, priority }: RuleSpec) {
  const specs = list.map(({ spec }) => spec);
  return placeOf(specs, { action, priority: priority ?? 1 });
}

function newOnes(
  before: readonly SecurityGroupRule[],
  { rules, duplicates }: AddRulesRequest,
): readonly RuleSpec[] {
  const added: RuleSpec[] = [];
  const isThere = duplicates === 'refused' ? isTwin : isSameRule;
  for (const rule of rules) {
    if (![...before, ...added].some((other) => isThere(other, rule))) added.push(rule);
    else if (duplicates === 'refused') throw faults.duplicate();
  }
  return added;
}
