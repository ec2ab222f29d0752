import type { Key } from '#kernel/key.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import type { SecurityGroup } from '../../security-group/security-group.ts';
import { getSecurityGroup } from '../../security-group/verbs/get-security-group.ts';
import { verb } from '../../verb.ts';
import { securityGroupRuleFaults as faults } from '../faults.ts';
import type { RuleSpec } from '../rule.ts';
import type { RuleLists } from './list-rules.ts';
import { requireListsFor } from './require-prefix-lists.ts';

const PEERS_MAX = 20;

/**
 * What one vendor demands of groups that rules name (page of AuthorizeSecurityGroup): others of the
 * same network, twenty at most, and none in the rules of an advanced group.
 */
export const requireNearPeers = verb(
  [
    faults.peersNotForType,
    faults.peerIsSelf,
    faults.peerOfOtherNetwork,
    faults.peerElsewhere,
    faults.tooManyPeers,
    requireListsFor,
  ],
  async (scope: Scope, lists: RuleLists, rules: readonly RuleSpec[]): Promise<void> => {
    const { group } = lists;
    const named = new Set(groupsOf(rules));
    if (named.size > 0 && group.details.type === 'advanced') throw faults.peersNotForType();
    for (const key of named) {
      if (key === group.key) throw faults.peerIsSelf();
      const peer = await peerOf(scope, group, key);
      if (peer === undefined) continue;
      const detail = { 'security-group': key };
      if (peer.isClassic !== group.isClassic) throw faults.peerOfOtherNetwork(detail);
      const isApart = peer.vpc !== null && group.vpc !== null && peer.vpc !== group.vpc;
      if (isApart) throw faults.peerElsewhere(detail);
    }
    const all = new Set([...named, ...groupsOf([...lists.ingress, ...lists.egress])]);
    if (named.size > 0 && all.size > PEERS_MAX) throw faults.tooManyPeers({ limit: PEERS_MAX });
    await requireListsFor(scope, group, rules);
  },
);

function groupsOf(rules: readonly RuleSpec[]): ReadonlyArray<Key<'security-group'>> {
  return rules.flatMap(({ peer }) => (peer.kind === 'group' ? [peer.group] : []));
}

/** The group of the account, where it is one: whether others are there is asked elsewhere. */
async function peerOf(
  scope: ReadScope,
  { region }: SecurityGroup,
  group: Key<'security-group'>,
): Promise<SecurityGroup | undefined> {
  const [peer] = await Promise.allSettled([getSecurityGroup(scope, { region, group })]);
  return peer.status === 'fulfilled' ? peer.value : undefined;
}
