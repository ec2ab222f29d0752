import { expressionBuilder } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import type { Schema } from '#store/schema.ts';
import { statement } from '#store/statement.ts';
import { nouns, type TaggedKind } from '../nouns.ts';
import type { TagFilter } from './tag.ts';

interface OfResources {
  readonly kind: string;
  readonly resources: readonly string[];
}

/** The tags of resources, by name. */
export const tagsByResources = statement<OfResources>()((db, p) =>
  db
    .selectFrom('tags')
    .select(['resource', 'name', 'value'])
    .where('resource_kind', '=', p.kind)
    .where('resource', 'in', p.resources)
    .orderBy('name'),
);

export const deleteTagsByResources = statement<OfResources>()((db, p) =>
  db.deleteFrom('tags').where('resource_kind', '=', p.kind).where('resource', 'in', p.resources),
);

/** The column of each kind's own table that holds the key which its tags are under. */
const keyColumns = new Map(nouns.map(({ name, tagged }) => [name, `${tagged}.key`]));

/**
 * For the tables of other nouns (D28): whether a row of that kind has such a tag. It stands where
 * the table of that kind is selected from.
 */
export function tagExists(kind: TaggedKind, { names, values }: TagFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'instances'>();
  let tagged = eb
    .selectFrom('tags')
    .select('tags.name')
    .where('tags.resource_kind', '=', kind)
    .whereRef('tags.resource', '=', keyColumns.get(kind) as 'instances.key');
  if (names !== undefined) tagged = tagged.where('tags.name', 'in', names);
  if (values !== undefined) tagged = tagged.where('tags.value', 'in', values);
  return eb.exists(tagged);
}
