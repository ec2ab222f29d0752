import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { dedicatedHostClusterFaults as faults } from '../faults.ts';
import { clusterOf, ownCluster, type DedicatedHostCluster } from '../table.ts';

export interface ClusterRequest {
  readonly cluster: Key<'dedicated-host-cluster'>;
  readonly region: string;
}

/** A cluster of the account in a region. */
export const getCluster = verb(
  [faults.notFound],
  async (
    { db, account }: Pick<ReadScope, 'db' | 'account'>,
    { cluster: key, region }: ClusterRequest,
  ): Promise<DedicatedHostCluster> => {
    const row = await db.first(ownCluster, { account, key });
    if (row?.region === region) return clusterOf(row);
    throw faults.notFound({ 'dedicated-host-cluster': key });
  },
);
