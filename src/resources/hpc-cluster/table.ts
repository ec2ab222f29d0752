import type { Key } from '#kernel/key.ts';
import type { HpcClusterRow } from '#store/schema/hpc-cluster.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { isOneOf, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { hpcClusterOf, type HpcCluster } from './hpc-cluster.ts';

interface One {
  readonly account: string;
  readonly key: Key<'hpc-cluster'>;
}

export const ownCluster = statement<One>()((db, p) =>
  db
    .selectFrom('hpc_clusters')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

/** Binds it to a zone where it has none; touches no row where it has another one (D3). */
export const bindClusterRow = statement<One & { readonly zone: string }>()((db, p) =>
  db
    .updateTable('hpc_clusters')
    .set((eb) => ({ version: eb('version', '+', 1), zone: p.zone }))
    .where('key', '=', p.key)
    .where('account', '=', p.account)
    .where((eb) => eb.or([eb('zone', 'is', null), eb('zone', '=', p.zone)])),
);

export const changeClusterRow = statement<{
  readonly key: string;
  readonly name: string;
  readonly description: string;
}>()((db, p) =>
  db
    .updateTable('hpc_clusters')
    .set({ name: p.name, description: p.description })
    .where('key', '=', p.key),
);

export const deleteClusterRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('hpc_clusters').where('key', '=', p.key),
);

export const clusterMembers = statement<{
  readonly clusters: ReadonlyArray<Key<'hpc-cluster'>>;
}>()((db, p) =>
  db
    .selectFrom('instances')
    .select(['key', 'hpc_cluster as cluster', 'type'])
    .where('hpc_cluster', 'in', p.clusters)
    .orderBy('seq'),
);

/** What a cluster must be like; the values of one field are alternatives. */
export interface HpcClusterFilter {
  readonly keys?: ReadonlyArray<Key<'hpc-cluster'>> | undefined;
  readonly names?: readonly string[] | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly kinds?: ReadonlyArray<HpcCluster['kind']> | undefined;
  /** Types of instances that are in it. */
  readonly types?: readonly string[] | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const hpcClusterListing = listing<HpcClusterFilter, HpcClusterRow>('hpc_clusters', {
  keys: within('key', 'few'),
  names: within('name', 'scan'),
  zones: within('zone', 'scan'),
  kinds: within('kind', 'scan'),
  types: {
    by: 'scan',
    condition: (eb, types) =>
      eb(
        'key',
        'in',
        eb
          .selectFrom('instances')
          .select('hpc_cluster')
          .where('hpc_cluster', 'is not', null)
          .where((inner) => isOneOf(inner, 'type', types)),
      ),
  },
  tags: taggedWith('hpc-cluster'),
});

/** The clusters of an account in a region, newest first. */
export async function selectClusters(
  reader: Reader,
  owner: { readonly account: string; readonly region: string },
  { filter, page }: { readonly filter: HpcClusterFilter; readonly page: Page },
): Promise<Listed<HpcCluster>> {
  const request = { query: filter, page, newestFirst: true };
  const { total, rows } = await hpcClusterListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: hpcClusterOf });
}
