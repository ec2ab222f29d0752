import type { Expression, SqlBool } from 'kysely';
import { isOneOf } from '../listing/narrowings.ts';
import type { AnyDatabase, Where } from '../listing/narrowings.ts';
import { nouns, type TaggedKind } from '../nouns.ts';
import type { ReadScope } from '../scope.ts';

/** A resource that may have tags. */
export interface TaggedResource {
  readonly kind: TaggedKind;
  readonly key: string;
}

/** Every kind of them. */
export const taggedKinds = nouns
  .filter(({ tagged }) => tagged !== undefined)
  .map(({ name }) => name as TaggedKind);

/** What can be asked about at a time: the items of a list in a statement. */
export const taggedAtOnceMax = 1_024;

/**
 * Which of up to 1,024 keys of a kind are resources of the account that the asker sees, in that
 * region where one is given; with the region of each. The noun's declaration says where they are,
 * so that a new noun needs nothing here.
 */
export async function presentResources(
  { db, account, sees }: Pick<ReadScope, 'db' | 'account' | 'sees'>,
  kind: TaggedKind,
  { keys, region }: { readonly keys: readonly string[]; readonly region: string | null },
): Promise<ReadonlyMap<string, string>> {
  const noun = nouns.find(({ name }) => name === kind);
  const { tagged: table, tables = {}, emptyState } = noun ?? {};
  if (table === undefined || keys.length === 0) return new Map();
  const columns = tables[table]?.columns ?? {};
  const zones = 'zone' in columns;
  const rows = await (db.db as unknown as AnyDatabase)
    .selectFrom(table)
    .select(['key', 'region', ...(zones ? ['zone'] : [])])
    .where('account', '=', account)
    .where((eb) => isOneOf(eb, 'key', keys))
    .where((eb) => eb.and(conditions(eb, { region, emptyState })))
    .execute();
  const seen = zones ? rows.filter((row) => sees(String(row['zone']))) : rows;
  return new Map(seen.map((row) => [String(row['key']), String(row['region'])]));
}

function conditions(
  eb: Where,
  {
    region,
    emptyState,
  }: { readonly region: string | null; readonly emptyState?: string | undefined },
): Array<Expression<SqlBool>> {
  return [
    ...(region === null ? [] : [eb('region', '=', region)]),
    ...(emptyState === undefined ? [] : [eb('state', '!=', emptyState)]),
  ];
}
