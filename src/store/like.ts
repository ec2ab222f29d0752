import { sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';

/**
 * A pattern for `like` that finds the text anywhere, its own `%` and `_` taken as they are.
 * Use it with `likeText`, which names the escape character: the databases disagree about it.
 */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/**
 * The longest pattern that is looked for. SQLite refuses one of more than 50,000 bytes; a text
 * longer than whatever is stored matches nothing.
 */
const PATTERN_CHARACTERS_MAX = 4_096;

/** A condition that no row meets. */
export function nothingMatches(): Expression<SqlBool> {
  return sql<SqlBool>`1 = 0`;
}

/** Whether a text column is like a pattern of `containing`; case counts on every database. */
export function likeText(column: Expression<string | null>, pattern: string): Expression<SqlBool> {
  if (pattern.length > PATTERN_CHARACTERS_MAX) return nothingMatches();
  return sql<SqlBool>`${column} like ${pattern} escape '\\'`;
}
