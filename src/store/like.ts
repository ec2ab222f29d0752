import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';

/**
 * A pattern for `like` that finds the text anywhere, its own `%` and `_` taken as they are.
 * Use it with `likeText`, which names the escape character: the databases disagree about it.
 */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** Whether a text column is like a pattern of `containing`; case counts on every database. */
export function likeText(column: Expression<string | null>, pattern: string): Expression<SqlBool> {
  return sql<SqlBool>`${column} like ${pattern} escape '\\'`;
}
