import { networkAclFaults as faults } from '#resources/network-acl/faults.ts';
import type { AclRule } from '#resources/network-acl/network-acl.ts';
import type { ListedRule, RulesChange } from '#resources/network-acl/verbs/change-rules.ts';
import type { InferIn } from '#wire/infer.ts';
import { changedRule, newRule, ruleMeant, type givenRuleSet, type GivenRule } from './acl-rules.ts';

type RuleSet = InferIn<typeof givenRuleSet>;
type Rules = readonly GivenRule[];
type Change = (present: readonly AclRule[], given: Rules) => readonly ListedRule[];

/** The rules of each direction that is given, in their order, in place of those that are there. */
export function rulesReplaced(given: RuleSet | undefined): RulesChange {
  return ofEach(given, (_present, rules) => rules.map(newRule));
}

/** Rules that have no id yet are put at their places, the first of which is 1, or at the end. */
export function rulesAdded(given: RuleSet | undefined): RulesChange {
  return ofEach(given, (present, rules) => rules.reduce(withRule, present));
}

/** The same, and what is given of the rules that are named is changed. */
export function rulesChanged(given: RuleSet | undefined): RulesChange {
  return ofEach(given, (present, rules) =>
    rules.reduce<readonly ListedRule[]>((all, asked) => {
      const key = ruleMeant(asked);
      if (key === undefined) return withRule(all, asked);
      const at = placeOf(all, key);
      const before = all[at];
      if (before === undefined) throw faults.ruleNotFound();
      return all.with(at, { ...before, ...changedRule(asked, before) });
    }, present),
  );
}

/** Without the rules that are named. */
export function rulesRemoved(given: RuleSet | undefined): RulesChange {
  return ofEach(given, (present, rules) =>
    rules.reduce<readonly ListedRule[]>((all, asked) => {
      const key = ruleMeant(asked);
      if (key === undefined) throw faults.ruleUnnamed();
      return all.toSpliced(placeOf(all, key), 1);
    }, present),
  );
}

function withRule(all: readonly ListedRule[], asked: GivenRule): readonly ListedRule[] {
  const { Priority: place = all.length + 1 } = asked;
  return all.toSpliced(Math.min(place - 1, all.length), 0, newRule(asked));
}

/** @throws network-acl.ruleNotFound */
function placeOf(all: readonly ListedRule[], key: string): number {
  const at = all.findIndex((rule) => rule.key === key);
  if (at < 0) throw faults.ruleNotFound();
  return at;
}

function ofEach(given: RuleSet | undefined, change: Change): RulesChange {
  const { Ingress: ingress, Egress: egress } = given ?? {};
  if (ingress === undefined && egress === undefined) throw faults.rulesUnnamed();
  return {
    ...(ingress === undefined ? {} : { ingress: (present) => change(present, ingress) }),
    ...(egress === undefined ? {} : { egress: (present) => change(present, egress) }),
  };
}
