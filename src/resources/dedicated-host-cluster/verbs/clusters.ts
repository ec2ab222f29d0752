import { newKey } from '#kernel/ids.ts';
import { hostsByCluster } from '../../dedicated-host/usage.ts';
import type { Listed, Page } from '../../page.ts';
import { limitOf } from '../../quota/quota.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { dedicatedHostClusterFaults as faults } from '../faults.ts';
import {
  changeClusterRow,
  clustersIn,
  deleteClusterRow,
  selectClusters,
  type ClusterFilter,
  type DedicatedHostCluster,
} from '../table.ts';
import { getCluster, type ClusterRequest } from './get-cluster.ts';

export interface NewCluster {
  readonly region: string;
  readonly zone: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly resourceGroup: string | null;
  readonly tags: readonly Tag[];
}

/** Makes a cluster that no host is in yet. */
export const addCluster = verb(
  [faults.quotaExceeded],
  async (scope: Scope, { tags, ...request }: NewCluster): Promise<DedicatedHostCluster> => {
    const { db, account, now, cloud } = scope;
    const { region, zone, name, description, resourceGroup } = request;
    const limit = await limitOf(scope, 'dedicatedHostClustersPerRegionMax', { place: region });
    const siblings = await db.all(clustersIn, { account, region });
    if (siblings.length >= limit) throw faults.quotaExceeded({ limit });
    const key = newKey(cloud.random);
    const row = { key, account, region, zone, name, description, resource_group: resourceGroup };
    await db.insert('dedicated_host_clusters', [{ ...row, created_at: now }]);
    await saveTags(db, { account, kind: 'dedicated-host-cluster', resources: [key] }, tags);
    return { ...request, key, account, createdAt: now };
  },
);

/** What is not given stays. */
export interface ClusterChange extends ClusterRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** Changes what a cluster is called. */
export const changeCluster = verb(
  [getCluster],
  async (scope: Scope, request: ClusterChange): Promise<void> => {
    const { key, name, description } = await getCluster(scope, request);
    await scope.db.run(changeClusterRow, {
      key,
      name: request.name ?? name,
      description: request.description ?? description,
    });
  },
);

/** Deletes a cluster that no host is in. */
export const removeCluster = verb(
  [getCluster, faults.hasHosts],
  async (scope: Scope, request: ClusterRequest): Promise<void> => {
    const { key } = await getCluster(scope, request);
    const hosts = await hostsByCluster(scope, request.region);
    if (hosts.has(key)) throw faults.hasHosts({ 'dedicated-host-cluster': key });
    await scope.db.run(deleteClusterRow, { key });
    await deleteTags(scope.db, 'dedicated-host-cluster', [key]);
  },
);

export interface ClustersRequest {
  readonly region: string;
  readonly filter: ClusterFilter;
  readonly page: Page;
}

/** Clusters of the account in a region, newest first. */
export const listClusters = verb(
  [],
  ({ db, account }: ReadScope, request: ClustersRequest): Promise<Listed<DedicatedHostCluster>> =>
    selectClusters(db, { account, region: request.region }, request),
);
