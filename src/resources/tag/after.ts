import { isOneOf } from '../listing/narrowings.ts';
import type { AnyDatabase, Where } from '../listing/narrowings.ts';
import type { TaggedKind } from '../nouns.ts';
import type { ReadScope } from '../scope.ts';
import type { Tag, TagFilter } from './tag.ts';

/** Where a tag stands among those of its kind. */
export interface TagPosition extends Tag {
  readonly resource: string;
}

interface Wanted extends TagFilter {
  readonly kind: TaggedKind;
  readonly resources?: readonly string[] | undefined;
  readonly after: TagPosition | undefined;
  readonly limit: number;
}

/** Tags of an account behind one of them, in the order of the index of their names. */
export async function tagsAfter(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  { kind, names, values, resources, after, limit }: Wanted,
): Promise<readonly TagPosition[]> {
  const rows = await (db.db as unknown as AnyDatabase)
    .selectFrom('tags')
    .select(['resource', 'name', 'value'])
    .where('account', '=', account)
    .where('resource_kind', '=', kind)
    .where((eb) =>
      eb.and([
        ...(names === undefined ? [] : [isOneOf(eb, 'name', names)]),
        ...(values === undefined ? [] : [isOneOf(eb, 'value', values)]),
        ...(resources === undefined ? [] : [isOneOf(eb, 'resource', resources)]),
        ...(after === undefined ? [] : [isBehind(eb, after)]),
      ]),
    )
    .orderBy('name')
    .orderBy('value')
    .orderBy('resource')
    .limit(limit)
    .execute();
  return rows as unknown as readonly TagPosition[];
}

/** Compared as a row of three, so that the index leads straight to the place. */
function isBehind(eb: Where, { name, value, resource }: TagPosition) {
  return eb(eb.refTuple('name', 'value', 'resource'), '>', eb.tuple(name, value, resource));
}
