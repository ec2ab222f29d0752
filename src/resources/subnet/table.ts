import type { Key } from '#kernel/key.ts';
import type { SubnetRow } from '#store/schema/subnet.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { findZone } from '../region/region.ts';
import { listing } from '../listing/listing.ts';
import { containsOne, equal, within } from '../listing/narrowings.ts';
import { ipv6Narrowings, type Ipv6Filter } from './ipv6-narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { subnetOf, type Subnet } from './subnet.ts';

interface Own {
  readonly account: string;
  readonly key: string;
}

export const ownSubnet = statement<Own>()((db, p) =>
  db.selectFrom('subnets').selectAll().where('key', '=', p.key).where('account', '=', p.account),
);

/** Where it is: a whole row has a document to be read. */
export const ownSubnetPlace = statement<Own>()((db, p) =>
  db
    .selectFrom('subnets')
    .select(['key', 'vpc', 'zone', 'region'])
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

/** Those of an account in a region among the keys. */
export const ownSubnetKeys = statement<{
  readonly account: string;
  readonly region: string;
  readonly keys: ReadonlyArray<Key<'subnet'>>;
}>()((db, p) =>
  db
    .selectFrom('subnets')
    .select(['key', 'zone'])
    .where('key', 'in', p.keys)
    .where('account', '=', p.account)
    .where('region', '=', p.region),
);

export const defaultSubnetOf = statement<{ readonly vpc: Key<'vpc'>; readonly zone: string }>()(
  (db, p) =>
    db
      .selectFrom('subnets')
      .selectAll()
      .where('vpc', '=', p.vpc)
      .where('zone', '=', p.zone)
      .where('is_default', '=', 1),
);

/** The subnets of networks, oldest first. */
export const subnetsByVpcs = statement<{ readonly vpcs: ReadonlyArray<Key<'vpc'>> }>()((db, p) =>
  db
    .selectFrom('subnets')
    .select(['key', 'vpc', 'zone', 'cidr', 'is_default'])
    .where('vpc', 'in', p.vpcs)
    .orderBy('seq'),
);

/** The subnets that are associated with route tables, oldest first. */
export const subnetsByTables = statement<{
  readonly tables: ReadonlyArray<Key<'route-table'>>;
}>()((db, p) =>
  db
    .selectFrom('subnets')
    .select(['key', 'route_table', 'zone', 'cidr'])
    .where('route_table', 'in', p.tables)
    .orderBy('seq'),
);

export const firstSubnetOf = statement<{ readonly vpc: Key<'vpc'> }>()((db, p) =>
  db.selectFrom('subnets').select('key').where('vpc', '=', p.vpc).limit(1),
);

/** The IPv6 blocks of a network's subnets, where they have one. */
export const ipv6BlocksByVpc = statement<{ readonly vpc: Key<'vpc'> }>()((db, p) =>
  db
    .selectFrom('subnets')
    .select(['key', 'ipv6_block'])
    .where('vpc', '=', p.vpc)
    .where('ipv6_block', '!=', '')
    .orderBy('seq'),
);

export const subnetNames = statement<{ readonly keys: ReadonlyArray<Key<'subnet'>> }>()((db, p) =>
  db.selectFrom('subnets').select(['key', 'name']).where('key', 'in', p.keys),
);

export const setIpv6Block = statement<{ readonly key: string; readonly block: string }>()((db, p) =>
  db.updateTable('subnets').set({ ipv6_block: p.block }).where('key', '=', p.key),
);

export const setNetworkAclOfSubnets = statement<{
  readonly keys: readonly string[];
  readonly acl: Key<'network-acl'> | null;
}>()((db, p) => db.updateTable('subnets').set({ network_acl: p.acl }).where('key', 'in', p.keys));

/** The subnets that network ACLs filter, oldest first. */
export const subnetsByAcls = statement<{
  readonly acls: ReadonlyArray<Key<'network-acl'>>;
}>()((db, p) =>
  db.selectFrom('subnets').selectAll().where('network_acl', 'in', p.acls).orderBy('seq'),
);

export const changeSubnetRow = statement<{
  readonly key: string;
  readonly name: string | null;
  readonly doc: string;
}>()((db, p) =>
  db.updateTable('subnets').set({ name: p.name, doc: p.doc }).where('key', '=', p.key),
);

export const changeRouteTableOfSubnet = statement<{
  readonly key: string;
  readonly table: Key<'route-table'>;
}>()((db, p) => db.updateTable('subnets').set({ route_table: p.table }).where('key', '=', p.key));

export const deleteSubnetRow = statement<Own>()((db, p) =>
  db.deleteFrom('subnets').where('key', '=', p.key).where('account', '=', p.account),
);

/** What a subnet must be like; the values of one field are alternatives. */
export interface SubnetFilter extends Ipv6Filter {
  readonly keys?: ReadonlyArray<Key<'subnet'>> | undefined;
  readonly vpcs?: ReadonlyArray<Key<'vpc'>> | undefined;
  readonly routeTables?: ReadonlyArray<Key<'route-table'>> | undefined;
  readonly names?: readonly string[] | undefined;
  /** Texts of which the name has one somewhere. */
  readonly nameParts?: readonly string[] | undefined;
  readonly cidrs?: readonly string[] | undefined;
  readonly isDefault?: boolean | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

interface InZones {
  readonly account: string;
  readonly zones: readonly string[];
}

const subnetListing = listing<SubnetFilter & Pick<InZones, 'zones'>, SubnetRow>('subnets', {
  zones: within('zone', 'scan'),
  keys: within('key', 'few'),
  vpcs: within('vpc', 'few'),
  routeTables: within('route_table', 'few'),
  names: within('name', 'scan'),
  nameParts: containsOne('name'),
  cidrs: within('cidr', 'scan'),
  ...ipv6Narrowings,
  isDefault: equal('is_default', 'scan'),
  tags: taggedWith('subnet'),
});

/** The subnets of an account in some zones, oldest first. */
export async function selectSubnets(
  reader: Reader,
  { account, zones }: InZones,
  { filter, page }: { readonly filter: SubnetFilter; readonly page: Page },
): Promise<Listed<Subnet>> {
  const [region = null, ...others] = new Set(zones.map((zone) => findZone(zone)?.region ?? ''));
  const owner = { account, region: others.length === 0 ? region : null };
  const request = { query: { ...filter, zones }, page, newestFirst: false };
  const { total, rows } = await subnetListing.list(reader, owner, request);
  return listed(rows, total, { limit: page.limit, item: subnetOf });
}
