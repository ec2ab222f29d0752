import { securityGroupRuleFaults } from './faults.ts';
import type { RuleAction } from './rule.ts';

const PRIORITY_MAX = 100;

interface Ranked {
  readonly action: RuleAction;
  readonly priority: number;
}

interface Placed {
  readonly action: RuleAction;
  readonly priority: number | null;
}

/**
 * Where a rule of that priority goes in a list: behind those that decide before it, by priority,
 * and of the same priority those that drop before those that accept.
 */
export function placeOf(list: readonly Placed[], rule: Ranked): number {
  const before = list.findIndex((other) =>
    decidesFirst(rule, { ...other, priority: other.priority ?? 1 }),
  );
  return before < 0 ? list.length : before;
}

function decidesFirst(one: Ranked, other: Ranked): boolean {
  if (one.priority !== other.priority) return one.priority < other.priority;
  return one.action === 'drop' && other.action === 'accept';
}

/**
 * The priorities of a list, so that they decide as its order does. A rule keeps the one it has, or
 * gets the least that is higher; one without gets the least that fits. Where that ends above 100,
 * all get the least. @throws security-group-rule.tooMany where a hundred do not suffice
 */
export function prioritiesOf(list: readonly Placed[]): readonly number[] {
  const kept = ranked(list);
  if ((kept.at(-1) ?? 1) <= PRIORITY_MAX) return kept;
  const least = ranked(list.map(({ action }) => ({ action, priority: null })));
  if ((least.at(-1) ?? 1) <= PRIORITY_MAX) return least;
  throw securityGroupRuleFaults.tooMany({ limit: PRIORITY_MAX });
}

/** Only an accepting rule in front of a dropping one needs a priority of its own. */
function ranked(list: readonly Placed[]): readonly number[] {
  const priorities: number[] = [];
  let least = 1;
  for (const [at, { action, priority }] of list.entries()) {
    if (action === 'drop' && list[at - 1]?.action === 'accept') least += 1;
    least = Math.max(least, priority ?? least);
    priorities.push(least);
  }
  return priorities;
}
