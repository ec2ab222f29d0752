import type { ReadScope } from '../scope.ts';
import type { Reader, Tx } from '#store/store.ts';
import { statement } from '#store/statement.ts';
import { isOneOf } from '../listing/narrowings.ts';
import type { AnyDatabase } from '../listing/narrowings.ts';
import type { Tag } from './tag.ts';
import { taggedKinds } from './tagged.ts';

/** Keys of an account's tags, and values of one key (651/13354). */
export const tagKeysMax = 1_000;
export const tagValuesPerKeyMax = 1_000;

type OfAccount = Tag & { readonly account: string };

const keepRow = statement<OfAccount>()((db, p) =>
  db
    .insertInto('kept_tags')
    .values({ account: p.account, name: p.name, value: p.value })
    .onConflict((conflict) => conflict.doNothing()),
);

const forgetRow = statement<OfAccount>()((db, p) =>
  db
    .deleteFrom('kept_tags')
    .where('account', '=', p.account)
    .where('name', '=', p.name)
    .where('value', '=', p.value),
);

const countValues = statement<{ readonly account: string; readonly name: string }>()((db, p) =>
  db
    .selectFrom('kept_tags')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account', '=', p.account)
    .where('name', '=', p.name),
);

/** Goes from key to key by the index: one look for each, however many values they have. */
const countKeys = statement<{ readonly account: string }>()((db, p) =>
  db
    .withRecursive('keys(name)', (keys) =>
      keys
        .selectFrom('kept_tags')
        .select((eb) => eb.fn.min<string | null>('name').as('name'))
        .where('account', '=', p.account)
        .unionAll(
          keys
            .selectFrom('keys')
            .select((eb) =>
              eb
                .selectFrom('kept_tags')
                .select((inner) => inner.fn.min('kept_tags.name').as('name'))
                .where('kept_tags.account', '=', p.account)
                .whereRef('kept_tags.name', '>', 'keys.name')
                .as('name'),
            )
            .where('keys.name', 'is not', null),
        ),
    )
    .selectFrom('keys')
    .select((eb) => eb.fn.count<number>('name').as('count')),
);

/** What became of a tag that is to be kept. */
export type Keeping = 'new' | 'known' | 'too-many-keys' | 'too-many-values';

/** Keeps a tag, if the account may have one more. */
export async function keepTag(tx: Tx, account: string, tag: Tag): Promise<Keeping> {
  const { name } = tag;
  if ((await tx.run(keepRow, { account, ...tag })) === 0) return 'known';
  const values = Number((await tx.first(countValues, { account, name }))?.count);
  const keys = values > 1 ? 0 : Number((await tx.first(countKeys, { account }))?.count);
  if (values <= tagValuesPerKeyMax && keys <= tagKeysMax) return 'new';
  await forgetTag(tx, account, tag);
  return values > tagValuesPerKeyMax ? 'too-many-values' : 'too-many-keys';
}

/** Keeps a tag no longer; false where it was not kept. */
export async function forgetTag(tx: Tx, account: string, tag: Tag): Promise<boolean> {
  return (await tx.run(forgetRow, { account, ...tag })) > 0;
}

/** A tag that is kept, and whether a resource has it. */
export interface KeptTag extends Tag {
  readonly used: boolean;
}

export interface KeptQuery {
  readonly names?: readonly string[] | undefined;
  readonly values?: readonly string[] | undefined;
  /** Behind this one in the order of names and values. */
  readonly after?: Tag | undefined;
  readonly offset?: number;
  readonly limit: number;
}

type InAccount = Pick<ReadScope, 'db' | 'account'>;

/** Tags that an account keeps, by name and value. */
export async function keptTags(
  { db, account }: InAccount,
  { after, offset = 0, limit, ...query }: KeptQuery,
): Promise<readonly KeptTag[]> {
  const rows = await matching(db, account, query)
    .select(['name', 'value'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('tags')
            .select('tags.name')
            .where('tags.account', '=', account)
            .where('tags.resource_kind', 'in', taggedKinds)
            .whereRef('tags.name', '=', 'kept_tags.name')
            .whereRef('tags.value', '=', 'kept_tags.value'),
        )
        .as('used'),
    )
    .where((eb) =>
      after === undefined
        ? eb.and([])
        : eb(eb.refTuple('name', 'value'), '>', eb.tuple(after.name, after.value)),
    )
    .orderBy('name')
    .orderBy('value')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    name: String(row['name']),
    value: String(row['value']),
    used: Boolean(row['used']),
  }));
}

/** How many there are. */
export async function countKeptTags(
  { db, account }: InAccount,
  query: Pick<KeptQuery, 'names' | 'values'>,
): Promise<number> {
  const [row] = await matching(db, account, query)
    .select((eb) => eb.fn.countAll().as('count'))
    .execute();
  return Number(row?.['count']);
}

/** The keys of tags that an account keeps, behind one of them, each once. */
export async function keptTagKeys(
  { db, account }: InAccount,
  { after, offset = 0, limit }: { after?: string; offset?: number; limit: number },
): Promise<readonly string[]> {
  const rows = await matching(db, account, {})
    .select('name')
    .distinct()
    .where((eb) => (after === undefined ? eb.and([]) : eb('name', '>', after)))
    .orderBy('name')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => String(row['name']));
}

/** How many of these there are. */
export async function countKeptTagKeys({ db, account }: InAccount): Promise<number> {
  return Number((await db.first(countKeys, { account }))?.count);
}

function matching(db: Reader, account: string, { names, values }: Omit<KeptQuery, 'limit'>) {
  return (db.db as unknown as AnyDatabase)
    .selectFrom('kept_tags')
    .where('account', '=', account)
    .where((eb) =>
      eb.and([
        ...(names === undefined ? [] : [isOneOf(eb, 'name', names)]),
        ...(values === undefined ? [] : [isOneOf(eb, 'value', values)]),
      ]),
    );
}
