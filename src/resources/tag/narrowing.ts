import type { Narrowing } from '../listing/narrowings.ts';
import type { TaggedKind } from '../nouns.ts';
import { isTagOf } from './condition.ts';
import type { TagFilter } from './tag.ts';

/**
 * For the lists of other nouns (D28): resources that have a tag for each filter. The keys are read
 * from the tags, by the index of their names and values.
 */
export function taggedWith(kind: TaggedKind): Narrowing<readonly TagFilter[]> {
  return {
    by: 'links',
    sources: (filters, account) =>
      filters.map((filter) => ({
        table: 'tags',
        column: 'resource',
        where: (eb) =>
          eb.and([
            eb('account', '=', account),
            eb('resource_kind', '=', kind),
            isTagOf(eb, filter),
          ]),
      })),
  };
}
