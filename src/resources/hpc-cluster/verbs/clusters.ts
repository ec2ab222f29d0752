import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Listed, Page } from '../../page.ts';
import { limitOf } from '../../quota/quota.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { hpcClusterFaults as faults } from '../faults.ts';
import { hpcClusterOf, hpcClusterRow, type HpcCluster } from '../hpc-cluster.ts';
import { hpcClusterQuota } from '../quota.ts';
import {
  bindClusterRow,
  changeClusterRow,
  clusterMembers,
  deleteClusterRow,
  ownCluster,
  selectClusters,
  type HpcClusterFilter,
} from '../table.ts';

export interface ClusterRequest {
  readonly cluster: Key<'hpc-cluster'>;
  readonly region: string;
}

/** A cluster of the account. */
export const getHpcCluster = verb(
  [faults.notFound],
  async ({ db, account }: ReadScope, { cluster, region }: ClusterRequest): Promise<HpcCluster> => {
    const row = await db.first(ownCluster, { account, key: cluster });
    if (row?.region !== region) throw faults.notFound({ 'hpc-cluster': cluster });
    return hpcClusterOf(row);
  },
);

export type NewCluster = Omit<HpcCluster, 'key' | 'account' | 'createdAt'> & {
  readonly tags: readonly Tag[];
};

/** Makes a cluster of no instances yet. */
export const createHpcCluster = verb(
  [faults.quotaExceeded],
  async (scope: Scope, { tags, ...asked }: NewCluster): Promise<ClusterShown> => {
    const { db, account, now, cloud } = scope;
    const cluster = { ...asked, key: newKey(cloud.random), account, createdAt: now };
    await hpcClusterQuota.take(scope, cluster.region);
    await db.insert('hpc_clusters', [hpcClusterRow(cluster)]);
    await saveTags(db, { account, kind: 'hpc-cluster', resources: [cluster.key] }, tags);
    return { cluster, instances: [], membersMax: await limitOf(scope, 'hpcClusterMembersMax') };
  },
);

/** What is not given stays. */
export interface ClusterChange extends ClusterRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** Names a cluster anew, or describes it. */
export const modifyHpcCluster = verb(
  [getHpcCluster],
  async (scope: Scope, change: ClusterChange): Promise<void> => {
    const cluster = await getHpcCluster(scope, change);
    const { name = cluster.name, description = cluster.description } = change;
    await scope.db.run(changeClusterRow, { key: cluster.key, name, description });
  },
);

export interface ClustersDeletion {
  readonly clusters: ReadonlyArray<Key<'hpc-cluster'>>;
  readonly region: string;
}

/** Deletes clusters without instances, all or none. */
export const deleteHpcClusters = verb(
  [getHpcCluster, faults.notEmpty],
  async (scope: Scope, { clusters, region }: ClustersDeletion): Promise<void> => {
    for (const key of new Set(clusters)) {
      const cluster = await getHpcCluster(scope, { cluster: key, region });
      const members = await scope.db.all(clusterMembers, { clusters: [key] });
      if (members.length > 0) throw faults.notEmpty({ 'hpc-cluster': key });
      await scope.db.run(deleteClusterRow, { key });
      await hpcClusterQuota.giveBack(scope, cluster);
      await deleteTags(scope.db, 'hpc-cluster', [key]);
    }
  },
);

export interface ClustersRequest {
  readonly region: string;
  readonly filter: HpcClusterFilter;
  readonly page: Page;
}

/** A cluster with what is in it and how much may be. */
export interface ClusterShown {
  readonly cluster: HpcCluster;
  readonly instances: ReadonlyArray<Key<'instance'>>;
  readonly membersMax: number;
}

/** Clusters of the account in zones that the asker sees, newest first. */
export const listHpcClusters = verb(
  [],
  async (
    scope: ReadScope,
    { region, ...asked }: ClustersRequest,
  ): Promise<Listed<ClusterShown>> => {
    const { db, account } = scope;
    const found = await selectClusters(db, { account, region }, asked);
    const clusters = found.items.map(({ key }) => key);
    const rows = clusters.length === 0 ? [] : await db.all(clusterMembers, { clusters });
    const members = Map.groupBy(rows, ({ cluster }) => cluster ?? '');
    const membersMax = await limitOf(scope, 'hpcClusterMembersMax');
    const items = found.items.map((cluster) => ({
      cluster,
      instances: (members.get(cluster.key) ?? []).map(({ key }) => key),
      membersMax,
    }));
    return { ...found, items };
  },
);

export interface ClusterPlace {
  readonly cluster: Key<'hpc-cluster'>;
  readonly zone: string;
  readonly count: number;
}

/**
 * Takes places for instances of a zone in a cluster, which its first ones bind to that zone. Its
 * row is written, so that no other transaction takes the same places meanwhile (D3).
 */
export const takeClusterPlaces = verb(
  [faults.zoneMismatch, faults.membersExceeded],
  async (scope: Scope, { cluster: key, zone, count }: ClusterPlace): Promise<void> => {
    const { db, account } = scope;
    if ((await db.run(bindClusterRow, { account, key, zone })) !== 1) {
      throw faults.zoneMismatch({ 'hpc-cluster': key, zone });
    }
    const limit = await limitOf(scope, 'hpcClusterMembersMax');
    const members = await db.all(clusterMembers, { clusters: [key] });
    if (members.length + count > limit) throw faults.membersExceeded({ 'hpc-cluster': key, limit });
  },
);
