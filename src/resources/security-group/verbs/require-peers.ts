import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { securityGroupFaults } from '../faults.ts';
import type { SecurityGroup } from '../security-group.ts';
import { securityGroupOwners } from '../table.ts';

/** A group that a rule names, and whose it is. */
export interface PeerGroup {
  readonly group: Key<'security-group'>;
  readonly account: string;
}

/**
 * Refuses unless each group is there in the region of the one whose rules name it. One of the same
 * account has to be of the same project (seed 004 L56229).
 */
export const requirePeers = verb(
  [securityGroupFaults.peerNotFound],
  async (
    { db, account }: ReadScope,
    group: SecurityGroup,
    peers: readonly PeerGroup[],
  ): Promise<void> => {
    if (peers.length === 0) return;
    const keys = [...new Set(peers.map((peer) => peer.group))];
    const rows = new Map(
      (await db.all(securityGroupOwners, { keys })).map((row) => [row.key, row]),
    );
    for (const peer of peers) {
      const row = rows.get(peer.group);
      const isThere = row?.account === peer.account && row.region === group.region;
      const isSameProject =
        row?.account !== account || (row.project ?? 0) === group.details.project;
      if (isThere && isSameProject) continue;
      throw securityGroupFaults.peerNotFound({ 'security-group': peer.group });
    }
  },
);
