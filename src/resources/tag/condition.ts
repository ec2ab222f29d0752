import type { Expression, SqlBool } from 'kysely';
import { isLikeOneOf, isOneOf, type Where } from '../listing/narrowings.ts';
import type { TagFilter } from './tag.ts';

/** The row of a tag is as the filter wants it. */
export function isTagOf(
  eb: Where,
  { names, values, namePatterns, valuePatterns }: TagFilter,
): Expression<SqlBool> {
  return eb.and([
    ...(names === undefined ? [] : [isOneOf(eb, 'name', names)]),
    ...(values === undefined ? [] : [isOneOf(eb, 'value', values)]),
    ...(namePatterns === undefined ? [] : [isLikeOneOf(eb, 'name', namePatterns)]),
    ...(valuePatterns === undefined ? [] : [isLikeOneOf(eb, 'value', valuePatterns)]),
  ]);
}
