import { holdPrefixLists, prefixListsOf } from '../../prefix-list/usage.ts';
import type { PrefixList } from '../../prefix-list/prefix-list.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import type { SecurityGroup } from '../../security-group/security-group.ts';
import { verb } from '../../verb.ts';
import { securityGroupRuleFaults as faults } from '../faults.ts';
import type { RuleSpec } from '../rule.ts';

type Group = Pick<SecurityGroup, 'region' | 'isClassic'>;

/** The prefix lists that rules name, which the account has in the region of their group. */
export const requirePrefixLists = verb(
  [faults.prefixListNotFound],
  async (
    { db, account }: ReadScope,
    { region }: Group,
    rules: ReadonlyArray<Pick<RuleSpec, 'peer'>>,
  ): Promise<ReadonlyMap<string, PrefixList>> => {
    const named = rules.flatMap(({ peer }) => (peer.kind === 'prefix-list' ? [peer.list] : []));
    const lists = await prefixListsOf(db, named);
    for (const key of named) {
      const list = lists.get(key);
      if (list?.account !== account || list.region !== region) throw faults.prefixListNotFound();
    }
    return lists;
  },
);

/** Refuses rules for prefix lists that are not there, or do not fit; those they name stay. */
export const requireListsFor = verb(
  [requirePrefixLists, faults.prefixListClassic, faults.prefixListOfOtherFamily],
  async (scope: Scope, group: Group, rules: readonly RuleSpec[]): Promise<void> => {
    const naming = rules.filter(({ peer }) => peer.kind === 'prefix-list');
    if (naming.length > 0 && group.isClassic) throw faults.prefixListClassic();
    const lists = await requirePrefixLists(scope, group, naming);
    for (const rule of naming) {
      const list = rule.peer.kind === 'prefix-list' ? lists.get(rule.peer.list) : undefined;
      if (list !== undefined && !isOfFamily(rule, list)) throw faults.prefixListOfOtherFamily();
    }
    if (!(await holdPrefixLists(scope.db, [...lists.keys()]))) throw faults.prefixListNotFound();
  },
);

function isOfFamily({ protocol, local }: RuleSpec, { family }: PrefixList): boolean {
  const other = family === 'ipv4' ? 'icmpv6' : 'icmp';
  const isSixth = local?.includes(':') ?? family === 'ipv6';
  return protocol !== other && isSixth === (family === 'ipv6');
}
