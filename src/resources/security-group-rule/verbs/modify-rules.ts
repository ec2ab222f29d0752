import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupRuleFaults as faults } from '../faults.ts';
import type { Direction, RuleSpec } from '../rule.ts';
import { requireRules } from '../rule-checks.ts';
import { holdRules, kept, saveRules, type ListedRule, type RulesChange } from '../rule-lists.ts';
import { isTwin } from '../same-rule.ts';
import { placeByPriority } from './add-rules.ts';

/** What becomes of one rule. */
export interface RuleChange {
  readonly rule: { readonly index: number } | { readonly key: Key<'security-group-rule'> };
  /** What is not given stays. */
  readonly set?: Partial<RuleSpec> | undefined;
  /** Its place afterwards: where it is, where its priority puts it, or that index. */
  readonly to: 'same' | 'priority' | number;
}

export interface ModifyRulesRequest extends RulesChange {
  readonly direction: Direction;
  readonly changes: readonly RuleChange[];
}

/** Changes rules of one direction, what they do and where they stand: all of them or none. */
export const modifyRules = verb(
  [holdRules, requireRules, faults.notFound, faults.duplicate, faults.indexOutOfRange],
  async (scope: Scope, request: ModifyRulesRequest): Promise<void> => {
    const { direction, changes } = request;
    const lists = await holdRules(scope, request);
    const before = lists[direction];
    const list: ListedRule[] = before.map(kept);
    const moved: Array<readonly [ListedRule, RuleChange['to']]> = [];
    for (const { rule, set, to } of changes) {
      const at = 'index' in rule ? rule.index : before.findIndex(({ key }) => key === rule.key);
      const was = before[at];
      if (was === undefined) throw faults.notFound({ 'security-group': lists.group.key });
      const changed: ListedRule = set === undefined ? kept(was) : { spec: { ...was, ...set }, was };
      list[at] = changed;
      moved.push([changed, to]);
    }
    const changed = moved.map(([rule]) => rule);
    await requireRules(
      scope,
      lists,
      changed.map(({ spec }) => spec),
    );
    refuseTwins(list, changed);
    await saveRules(scope, lists.group, { [direction]: rearranged(list, moved) });
  },
);

/** Rules that differ in nothing but priority are told apart where somebody gave priorities. */
function refuseTwins(list: readonly ListedRule[], changed: readonly ListedRule[]): void {
  for (const one of changed) {
    const { spec, was } = one;
    const isPlaced = spec.priority !== null && spec.priority === was?.priority;
    const isTwinOf = (other: RuleSpec) =>
      isTwin(isPlaced ? { ...other, priority: spec.priority } : other, spec);
    if (list.some((other) => other !== one && isTwinOf(other.spec))) throw faults.duplicate();
  }
}

function rearranged(
  list: readonly ListedRule[],
  moved: ReadonlyArray<readonly [ListedRule, RuleChange['to']]>,
): readonly ListedRule[] {
  const leaving = moved.filter(([, to]) => to !== 'same');
  const order = list.filter((rule) => leaving.every(([other]) => other !== rule));
  const byIndex = leaving.flatMap(([rule, to]) => (typeof to === 'number' ? [{ rule, to }] : []));
  for (const { rule, to } of byIndex.toSorted((a, b) => a.to - b.to)) {
    if (to > order.length) throw faults.indexOutOfRange({ index: to });
    order.splice(to, 0, { ...rule, spec: { ...rule.spec, priority: null } });
  }
  for (const [rule, to] of leaving) {
    if (to === 'priority') order.splice(placeByPriority(order, rule.spec), 0, rule);
  }
  return order;
}
