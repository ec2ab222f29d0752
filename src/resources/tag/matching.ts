import { sql } from 'kysely';
import { isOneOf } from '../listing/narrowings.ts';
import type { AnyDatabase, Where } from '../listing/narrowings.ts';
import type { TaggedKind } from '../nouns.ts';
import type { ReadScope } from '../scope.ts';
import { isTagOf } from './condition.ts';
import type { Tag, TagFilter } from './tag.ts';

/** Where a tag stands among those of its kind. */
export interface TagPosition extends Tag {
  readonly resource: string;
}

interface Wanted {
  readonly kind: TaggedKind;
  /** A resource has a tag for each of them, and those tags alone are meant. */
  readonly tags?: readonly TagFilter[];
}

type InAccount = Pick<ReadScope, 'db' | 'account'>;

/** Tags of an account behind one of them, in the order of the index of their names. */
export async function tagsAfter(
  scope: InAccount,
  {
    after,
    limit,
    ...wanted
  }: Wanted & { readonly after: TagPosition | undefined; readonly limit: number },
): Promise<readonly TagPosition[]> {
  const rows = await matching(scope, wanted, (eb) => eb('account', '=', scope.account))
    .where((eb) => eb.and(after === undefined ? [] : [isBehind(eb, after)]))
    .orderBy('name')
    .orderBy('value')
    .orderBy('resource')
    .limit(limit)
    .execute();
  return rows as unknown as readonly TagPosition[];
}

/** Resources behind a key that have a tag for each filter; without any, those that have tags. */
export async function taggedAfter(
  scope: InAccount,
  { after, limit, ...wanted }: Wanted & { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const { account } = scope;
  const isAll = (wanted.tags ?? []).length === 0;
  // Without a filter the index of the names is no way to the first resources: an expression keeps
  // planners off it, and they walk the primary key.
  const rows = await matching(scope, wanted, (eb) =>
    isAll ? eb(eb.fn.coalesce('account', sql.lit('')), '=', account) : eb('account', '=', account),
  )
    .clearSelect()
    .select('resource')
    .distinct()
    .where('resource', '>', after)
    .orderBy('resource')
    .limit(limit)
    .execute();
  return rows.map((row) => String(row['resource']));
}

/** Tags of up to 1,024 resources, which their own tags lead to, in any order. */
export async function tagsOnResources(
  scope: InAccount,
  { resources, ...wanted }: Wanted & { readonly resources: readonly string[] },
): Promise<readonly TagPosition[]> {
  const rows = await matching(scope, wanted, (eb) => isOneOf(eb, 'resource', resources)).execute();
  return rows as unknown as readonly TagPosition[];
}

function matching(
  { db }: InAccount,
  { kind, tags = [] }: Wanted,
  among: (eb: Where) => ReturnType<typeof isOneOf>,
) {
  const rows = (db.db as unknown as AnyDatabase)
    .selectFrom('tags')
    .where('resource_kind', '=', kind)
    .where(among);
  const all = rows.select(['resource', 'name', 'value']);
  if (tags.length === 0) return all;
  const some = all.where((eb) => eb.or(tags.map((filter) => isTagOf(eb, filter))));
  if (tags.length === 1) return some;
  return some.where((eb) =>
    eb.and(
      tags.map((filter) =>
        eb(
          'resource',
          'in',
          rows.select('resource').where((tag) => isTagOf(tag, filter)),
        ),
      ),
    ),
  );
}

/** Compared as a row of three, so that the index leads straight to the place. */
function isBehind(eb: Where, { name, value, resource }: TagPosition) {
  return eb(eb.refTuple('name', 'value', 'resource'), '>', eb.tuple(name, value, resource));
}
