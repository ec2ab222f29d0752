import type { Key } from '#kernel/key.ts';
import type { DedicatedHostClusterRow } from '#store/schema/dedicated-host.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';

/** Hosts of one account in one zone that are named together. */
export interface DedicatedHostCluster {
  readonly key: Key<'dedicated-host-cluster'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly resourceGroup: string | null;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

export function clusterOf(row: DedicatedHostClusterRow): DedicatedHostCluster {
  const { resource_group: resourceGroup, created_at: createdAt, seq: _, ...same } = row;
  return { ...same, resourceGroup, createdAt };
}

export const ownCluster = statement<{ readonly account: string; readonly key: string }>()((db, p) =>
  db
    .selectFrom('dedicated_host_clusters')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

export const clustersIn = statement<{ readonly account: string; readonly region: string }>()(
  (db, p) =>
    db
      .selectFrom('dedicated_host_clusters')
      .select('key')
      .where('account', '=', p.account)
      .where('region', '=', p.region),
);

export const changeClusterRow = statement<
  Pick<DedicatedHostCluster, 'key' | 'name' | 'description'>
>()((db, p) =>
  db
    .updateTable('dedicated_host_clusters')
    .set({ name: p.name, description: p.description })
    .where('key', '=', p.key),
);

export const deleteClusterRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('dedicated_host_clusters').where('key', '=', p.key),
);

/** What a cluster must be like; the values of one field are alternatives. */
export interface ClusterFilter {
  readonly keys?: ReadonlyArray<Key<'dedicated-host-cluster'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly resourceGroups?: ReadonlyArray<string | null> | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const clusterListing = listing<ClusterFilter, DedicatedHostClusterRow>('dedicated_host_clusters', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  zones: within('zone', 'scan'),
  resourceGroups: within('resource_group', 'scan'),
  tags: taggedWith('dedicated-host-cluster'),
});

/** The clusters of an account in a region, newest first. */
export async function selectClusters(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: ClusterFilter; readonly page: Page },
): Promise<Listed<DedicatedHostCluster>> {
  const request = { query: filter, page, newestFirst: true };
  const { total, rows } = await clusterListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: clusterOf });
}
