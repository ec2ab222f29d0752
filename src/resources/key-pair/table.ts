import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { likeText } from '#store/like.ts';
import type { Schema } from '#store/schema.ts';
import { statement } from '#store/statement.ts';
import type { Reader } from '#store/store.ts';
import { listed, type Listed, type Page } from '../page.ts';
import { tagExists } from '../tag/table.ts';
import type { TagFilter } from '../tag/tag.ts';
import { keyPairOf, type KeyPair } from './key-pair.ts';

interface InRegion {
  readonly account: string;
  readonly region: string;
}

export const keyPairsByKeys = statement<InRegion & { readonly keys: readonly string[] }>()(
  (db, p) =>
    db
      .selectFrom('key_pairs')
      .selectAll()
      .where('account', '=', p.account)
      .where('region', '=', p.region)
      .where('key', 'in', p.keys),
);

export const keyPairByName = statement<InRegion & { readonly name: string }>()((db, p) =>
  db
    .selectFrom('key_pairs')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .where('name', '=', p.name),
);

export const keyPairByFingerprint = statement<InRegion & { readonly fingerprint: string }>()(
  (db, p) =>
    db
      .selectFrom('key_pairs')
      .select('key')
      .where('account', '=', p.account)
      .where('region', '=', p.region)
      .where('fingerprint', '=', p.fingerprint)
      .limit(1),
);

export const describeKeyPairRow = statement<{
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
}>()((db, p) =>
  db
    .updateTable('key_pairs')
    .set({ name: p.name, description: p.description })
    .where('key', '=', p.key),
);

export const deleteKeyPairRow = statement<{ readonly key: string }>()((db, p) =>
  db.deleteFrom('key_pairs').where('key', '=', p.key),
);

/** The links of instances in their order, with what is told of a pair beside its instance. */
export const linksOfInstances = statement<{ readonly instances: readonly string[] }>()((db, p) =>
  db
    .selectFrom('instance_key_pairs')
    .innerJoin('key_pairs', 'key_pairs.key', 'instance_key_pairs.key_pair')
    .select(['instance', 'key_pair', 'name', 'public_key'])
    .where('instance', 'in', p.instances)
    .orderBy('instance')
    .orderBy('position'),
);

export const linksOfPairs = statement<{ readonly pairs: readonly string[] }>()((db, p) =>
  db
    .selectFrom('instance_key_pairs')
    .select(['instance', 'key_pair'])
    .where('key_pair', 'in', p.pairs)
    .orderBy('instance'),
);

/** Which of these keys there are, whosever they are. */
export const keyPairsLeft = statement<{ readonly keys: readonly string[] }>()((db, p) =>
  db.selectFrom('key_pairs').select('key').where('key', 'in', p.keys),
);

export const unlinkInstances = statement<{ readonly instances: readonly string[] }>()((db, p) =>
  db.deleteFrom('instance_key_pairs').where('instance', 'in', p.instances),
);

/** What a key pair must be like; the values of one field are alternatives. */
export interface KeyPairFilter {
  readonly keys?: readonly string[] | undefined;
  readonly names?: readonly string[] | undefined;
  /** Patterns of `containing`, and the like of them with `\` as the escape. */
  readonly namePatterns?: readonly string[] | undefined;
  readonly projects?: readonly number[] | undefined;
  readonly fingerprint?: string | undefined;
  readonly resourceGroup?: string | undefined;
  readonly tags?: readonly TagFilter[] | undefined;
}

/** For the query of instances (D28): the keys of those that a key pair of these names opens. */
export function keyPairNamedExists(
  eb: ExpressionBuilder<Schema, 'instances'>,
  { account, names }: { readonly account: string; readonly names: readonly string[] },
) {
  return eb
    .selectFrom('instance_key_pairs')
    .innerJoin('key_pairs', 'key_pairs.key', 'instance_key_pairs.key_pair')
    .select('instance_key_pairs.instance')
    .where('key_pairs.account', '=', account)
    .where('key_pairs.name', 'in', names);
}

type Builder = ExpressionBuilder<Schema, 'key_pairs'>;

function conditions(eb: Builder, filter: KeyPairFilter): Array<Expression<SqlBool>> {
  const { keys, names, namePatterns, projects, fingerprint, resourceGroup, tags = [] } = filter;
  const all: Array<Expression<SqlBool>> = tags.map((tag) => tagExists('key-pair', tag));
  if (keys !== undefined) all.push(eb('key', 'in', keys));
  if (names !== undefined) all.push(eb('name', 'in', names));
  if (namePatterns !== undefined) {
    all.push(eb.or(namePatterns.map((one) => likeText(eb.ref('name'), one))));
  }
  if (projects !== undefined) all.push(eb('project', 'in', projects));
  if (fingerprint !== undefined) all.push(eb('fingerprint', '=', fingerprint));
  if (resourceGroup !== undefined) all.push(eb('resource_group', '=', resourceGroup));
  return all;
}

/** The key pairs of an account in a region, newest first. */
export async function selectKeyPairs(
  reader: Reader,
  { account, region }: InRegion,
  { filter, page }: { readonly filter: KeyPairFilter; readonly page: Page },
): Promise<Listed<KeyPair>> {
  const matching = reader.db
    .selectFrom('key_pairs')
    .where('account', '=', account)
    .where('region', '=', region)
    .where((eb) => eb.and(conditions(eb, filter)));
  const counted = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const wanted = matching
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(page.limit + 1);
  const rows = await (
    'offset' in page
      ? wanted.offset(page.offset)
      : wanted.where('seq', '<', page.after ?? Number.MAX_SAFE_INTEGER)
  ).execute();
  return listed(rows, counted.total, { limit: page.limit, item: keyPairOf });
}
