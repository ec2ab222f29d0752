import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupRuleFaults as faults } from '../faults.ts';
import type { Direction, RuleSpec, SecurityGroupRule } from '../rule.ts';
import { holdRules, kept, saveRules, type RulesChange } from '../rule-lists.ts';
import { isSameRule } from '../same-rule.ts';

/** Which rules of a list are meant: by their places, their keys, or what they do. */
export type RulesMeant =
  | { readonly indexes: readonly number[] }
  | { readonly keys: ReadonlyArray<Key<'security-group-rule'>> }
  | { readonly like: readonly RuleSpec[] };

export interface RemoveRulesRequest extends RulesChange {
  readonly direction: Direction;
  readonly rules: RulesMeant;
  /** What becomes of the request where one of them is not there. */
  readonly missing: 'refused' | 'skipped';
}

/** Takes rules out of a group. */
export const removeRules = verb(
  [holdRules, faults.notFound],
  async (scope: Scope, request: RemoveRulesRequest): Promise<void> => {
    const { direction, rules, missing } = request;
    const lists = await holdRules(scope, request);
    const list = lists[direction];
    const found = rulesMeant(list, rules);
    if (missing === 'refused' && found.includes(undefined)) {
      throw faults.notFound({ 'security-group': lists.group.key });
    }
    const rest = list.filter((rule) => !found.includes(rule));
    if (rest.length === list.length) return;
    await saveRules(scope, lists.group, { [direction]: rest.map(kept) });
  },
);

/** The rules that are meant; undefined for each that is not there. */
export function rulesMeant(
  list: readonly SecurityGroupRule[],
  meant: RulesMeant,
): ReadonlyArray<SecurityGroupRule | undefined> {
  if ('indexes' in meant) return meant.indexes.map((index) => list[index]);
  if ('keys' in meant) return meant.keys.map((key) => list.find((rule) => rule.key === key));
  return meant.like.map((spec) => list.find((rule) => isSameRule(rule, spec)));
}
