import type { Key } from '#kernel/key.ts';
import type { RouteTableRow } from '#store/schema/route-table.ts';
import type { Flag } from '#store/table.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import { equal, within } from '../listing/narrowings.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { routeTableOf, type NextHop, type RouteTable } from './route-table.ts';

interface Own {
  readonly account: string;
  readonly key: string;
}

export const routeTableKeys = statement<{
  readonly account: string;
  readonly region: string;
  readonly keys: ReadonlyArray<Key<'route-table'>>;
}>()((db, p) =>
  db
    .selectFrom('route_tables')
    .select('key')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('key', 'in', p.keys),
);

interface OfTables {
  readonly tables: ReadonlyArray<Key<'route-table'>>;
}

export const ownRouteTable = statement<Own>()((db, p) =>
  db
    .selectFrom('route_tables')
    .selectAll()
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

export const routeTablesOfVpcs = statement<{ readonly vpcs: ReadonlyArray<Key<'vpc'>> }>()(
  (db, p) =>
    db.selectFrom('route_tables').select(['key', 'vpc']).where('vpc', 'in', p.vpcs).orderBy('seq'),
);

export const routesOfTables = statement<OfTables>()((db, p) =>
  db.selectFrom('routes').selectAll().where('route_table', 'in', p.tables).orderBy('seq'),
);

export const ownRoute = statement<Own>()((db, p) =>
  db
    .selectFrom('routes')
    .select('route_table')
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

export const routeToOne = statement<{ readonly hops: readonly string[] }>()((db, p) =>
  db.selectFrom('routes').select('key').where('next_hop', 'in', p.hops).limit(1),
);

/** Leads a route to another hop, and names and describes it anew. */
export const changeRouteRow = statement<{
  readonly key: string;
  readonly destination: string;
  readonly name: string | null;
  readonly description: string;
  readonly enabled: Flag;
  readonly kind: NextHop['kind'];
  readonly hop: string;
  readonly address: string;
}>()((db, p) =>
  db
    .updateTable('routes')
    .set({
      destination: p.destination,
      name: p.name,
      description: p.description,
      enabled: p.enabled,
      next_hop_kind: p.kind,
      next_hop: p.hop,
      next_hop_address: p.address,
    })
    .where('key', '=', p.key),
);

export const moveRouteRow = statement<{ readonly key: string; readonly destination: string }>()(
  (db, p) => db.updateTable('routes').set({ destination: p.destination }).where('key', '=', p.key),
);

export const switchRouteRows = statement<{
  readonly keys: readonly string[];
  readonly enabled: Flag;
}>()((db, p) => db.updateTable('routes').set({ enabled: p.enabled }).where('key', 'in', p.keys));

export const deleteRouteRows = statement<{ readonly keys: readonly string[] }>()((db, p) =>
  db.deleteFrom('routes').where('key', 'in', p.keys),
);

export const changeRouteTableRow = statement<{
  readonly key: string;
  readonly name: string | null;
  readonly description: string;
  readonly propagates: Flag;
}>()((db, p) =>
  db
    .updateTable('route_tables')
    .set({ name: p.name, description: p.description, propagates: p.propagates })
    .where('key', '=', p.key),
);

export const deleteRouteTableRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('route_tables').where('key', '=', p.key),
);

export const deleteTablesOfVpc = statement<{ readonly vpc: string }>()((db, p) =>
  db.deleteFrom('route_tables').where('vpc', '=', p.vpc),
);

export const deleteRoutesOfTable = statement<{ readonly table: string }>()((db, p) =>
  db.deleteFrom('routes').where('route_table', '=', p.table),
);

export const deleteRoutesTo = statement<{
  readonly hop: string;
  readonly tables: ReadonlyArray<Key<'route-table'>>;
}>()((db, p) =>
  db.deleteFrom('routes').where('next_hop', '=', p.hop).where('route_table', 'in', p.tables),
);

/** What a route table must be like; the values of one field are alternatives. */
export interface RouteTableFilter {
  readonly keys?: ReadonlyArray<Key<'route-table'>> | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  /** Null is for those that nobody gave a name. */
  readonly names?: ReadonlyArray<string | null> | undefined;
  readonly isMain?: boolean | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

const routeTableListing = listing<RouteTableFilter, RouteTableRow>('route_tables', {
  keys: within('key', 'few'),
  vpcs: within('vpc', 'few'),
  names: within('name', 'scan'),
  isMain: equal('is_main', 'scan'),
  tags: taggedWith('route-table'),
});

/** The route tables of an account in a region, or in all of them, oldest first. */
export async function selectRouteTables(
  reader: Reader,
  owner: { readonly account: string; readonly region: string | null },
  { filter, page }: { readonly filter: RouteTableFilter; readonly page: Page },
): Promise<Listed<RouteTable>> {
  const request = { query: filter, page, newestFirst: false };
  const { total, rows } = await routeTableListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: routeTableOf });
}
