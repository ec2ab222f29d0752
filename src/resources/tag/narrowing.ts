import type { Narrowing } from '../listing/narrowings.ts';
import type { TaggedKind } from '../nouns.ts';
import { isTagOf } from './condition.ts';
import type { TagFilter } from './tag.ts';

/**
 * For the lists of other nouns (D28): resources that have a tag for each filter, which the indexes
 * of names and values find.
 */
export function taggedWith(kind: TaggedKind): Narrowing<readonly TagFilter[]> {
  return {
    by: 'links',
    sources: (filters) =>
      filters.map((filter) => ({
        table: 'tags',
        key: 'resource',
        // Of one name there are values in between.
        isInOrder: filter.values !== undefined,
        where: (eb) => eb.and([eb('resource_kind', '=', kind), isTagOf(eb, filter)]),
      })),
  };
}
