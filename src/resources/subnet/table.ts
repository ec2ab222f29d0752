import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Schema } from '#store/schema.ts';
import { containing, likeText } from '#store/like.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { findZone } from '../region/region.ts';
import { tagExists } from '../tag/table.ts';
import type { TagFilter } from '../tag/tag.ts';
import { subnetOf, type Subnet } from './subnet.ts';

interface Own {
  readonly account: string;
  readonly key: string;
}

export const ownSubnet = statement<Own>()((db, p) =>
  db.selectFrom('subnets').selectAll().where('key', '=', p.key).where('account', '=', p.account),
);

/** Those of an account in a region among the keys. */
export const ownSubnetKeys = statement<{
  readonly account: string;
  readonly region: string;
  readonly keys: readonly string[];
}>()((db, p) =>
  db
    .selectFrom('subnets')
    .select(['key', 'zone'])
    .where('key', 'in', p.keys)
    .where('account', '=', p.account)
    .where('region', '=', p.region),
);

export const defaultSubnetOf = statement<{ readonly vpc: string; readonly zone: string }>()(
  (db, p) =>
    db
      .selectFrom('subnets')
      .selectAll()
      .where('vpc', '=', p.vpc)
      .where('zone', '=', p.zone)
      .where('is_default', '=', 1),
);

/** The subnets of networks, oldest first. */
export const subnetsByVpcs = statement<{ readonly vpcs: readonly string[] }>()((db, p) =>
  db
    .selectFrom('subnets')
    .select(['key', 'vpc', 'zone', 'cidr', 'is_default'])
    .where('vpc', 'in', p.vpcs)
    .orderBy('seq'),
);

export const firstSubnetOf = statement<{ readonly vpc: string }>()((db, p) =>
  db.selectFrom('subnets').select('key').where('vpc', '=', p.vpc).limit(1),
);

export const deleteSubnetRow = statement<Own>()((db, p) =>
  db.deleteFrom('subnets').where('key', '=', p.key).where('account', '=', p.account),
);

/** What a subnet must be like; the values of one field are alternatives. */
export interface SubnetFilter {
  readonly keys?: readonly string[] | undefined;
  readonly vpcs?: readonly string[] | undefined;
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

type Builder = ExpressionBuilder<Schema, 'subnets'>;

function conditions(eb: Builder, filter: SubnetFilter): Array<Expression<SqlBool>> {
  const { keys, vpcs, names, nameParts, cidrs, isDefault, tags = [] } = filter;
  const all: Array<Expression<SqlBool>> = tags.map((tag) => tagExists('subnet', tag));
  if (keys !== undefined) all.push(eb('key', 'in', keys));
  if (vpcs !== undefined) all.push(eb('vpc', 'in', vpcs));
  if (names !== undefined) all.push(eb('name', 'in', names));
  if (nameParts !== undefined) {
    all.push(eb.or(nameParts.map((part) => likeText(eb.ref('name'), containing(part)))));
  }
  if (cidrs !== undefined) all.push(eb('cidr', 'in', cidrs));
  if (isDefault !== undefined) all.push(eb('is_default', '=', isDefault ? 1 : 0));
  return all;
}

/** The subnets of an account in some zones, oldest first. */
export async function selectSubnets(
  reader: Reader,
  { account, zones }: InZones,
  { filter, page }: { readonly filter: SubnetFilter; readonly page: Page },
): Promise<Listed<Subnet>> {
  const matching = reader.db
    .selectFrom('subnets')
    .where('account', '=', account)
    .where('region', 'in', [...new Set(zones.map((zone) => findZone(zone)?.region ?? ''))])
    .where('zone', 'in', zones)
    .where((eb) => eb.and(conditions(eb, filter)));
  const counted = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const wanted = matching
    .selectAll()
    .orderBy('seq')
    .limit(page.limit + 1);
  const rows = await (
    'offset' in page ? wanted.offset(page.offset) : wanted.where('seq', '>', page.after ?? 0)
  ).execute();
  return listed(rows, counted.total, { limit: page.limit, item: subnetOf });
}
