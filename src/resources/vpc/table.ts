import type { ExpressionBuilder, Expression, SqlBool } from 'kysely';
import type { Schema } from '#store/schema.ts';
import { containing, likeText } from '#store/like.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { tagExists } from '../tag/table.ts';
import type { TagFilter } from '../tag/tag.ts';
import { vpcOf, type Vpc } from './vpc.ts';

interface Own {
  readonly account: string;
  readonly key: string;
}

interface InRegion {
  readonly account: string;
  readonly region: string;
}

export const ownVpc = statement<Own>()((db, p) =>
  db.selectFrom('vpcs').selectAll().where('key', '=', p.key).where('account', '=', p.account),
);

export const defaultVpcOf = statement<InRegion>()((db, p) =>
  db
    .selectFrom('vpcs')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('is_default', '=', 1),
);

export const vpcKeys = statement<InRegion & { readonly keys: readonly string[] }>()((db, p) =>
  db
    .selectFrom('vpcs')
    .select('key')
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('key', 'in', p.keys),
);

/** Changes nothing, and keeps every other change of the network waiting until this one is done. */
export const holdVpcRow = statement<Own>()((db, p) =>
  db
    .updateTable('vpcs')
    .set((eb) => ({ state: eb.ref('state') }))
    .where('key', '=', p.key)
    .where('account', '=', p.account),
);

export const deleteVpcRow = statement<Own>()((db, p) =>
  db.deleteFrom('vpcs').where('key', '=', p.key).where('account', '=', p.account),
);

/** What a network must be like; the values of one field are alternatives. */
export interface VpcFilter {
  readonly keys?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  /** Texts of which the name has one somewhere. */
  readonly nameParts?: readonly string[] | undefined;
  readonly cidrs?: readonly string[] | undefined;
  readonly isDefault?: boolean | undefined;
  readonly resourceGroup?: string | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

type Builder = ExpressionBuilder<Schema, 'vpcs'>;

function conditions(eb: Builder, filter: VpcFilter): Array<Expression<SqlBool>> {
  const { keys, names, nameParts, cidrs, isDefault, resourceGroup, tags = [] } = filter;
  const all: Array<Expression<SqlBool>> = tags.map((tag) => tagExists('vpc', tag));
  if (keys !== undefined) all.push(eb('key', 'in', keys));
  if (names !== undefined) all.push(eb('name', 'in', names));
  if (nameParts !== undefined) {
    all.push(eb.or(nameParts.map((part) => likeText(eb.ref('name'), containing(part)))));
  }
  if (cidrs !== undefined) all.push(eb('cidr', 'in', cidrs));
  if (isDefault !== undefined) all.push(eb('is_default', '=', isDefault ? 1 : 0));
  if (resourceGroup !== undefined) {
    const written = JSON.stringify({ resourceGroup }).slice(1, -1);
    all.push(likeText(eb.ref('doc'), containing(written)));
  }
  return all;
}

/** The networks of an account in a region, oldest first. */
export async function selectVpcs(
  reader: Reader,
  { account, region }: InRegion,
  { filter, page }: { readonly filter: VpcFilter; readonly page: Page },
): Promise<Listed<Vpc>> {
  const matching = reader.db
    .selectFrom('vpcs')
    .where('account', '=', account)
    .where('region', '=', region)
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
  return listed(rows, counted.total, { limit: page.limit, item: vpcOf });
}
