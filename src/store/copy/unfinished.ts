import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Kind } from '../dialect.ts';
import type { Schema } from '../schema.ts';

/**
 * A table of this name is in a database from before the first row of a copy until its commit. A
 * copy that is killed leaves it, and nothing else: without it the database would be served as a
 * new cloud.
 */
const name = 'yuntai_unfinished_copy';

export async function markUnfinished(db: Kysely<Schema>): Promise<void> {
  await sql`create table if not exists ${sql.table(name)} (begun integer)`.execute(db);
}

export async function clearUnfinished(db: Kysely<Schema>): Promise<void> {
  await sql`drop table if exists ${sql.table(name)}`.execute(db);
}

/** @throws Error where a copy into the database was begun and not finished. */
export async function refuseUnfinished(db: Kysely<Schema>, kind: Kind): Promise<void> {
  const table =
    kind === 'sqlite'
      ? sql`select name from sqlite_master where type = 'table' and name = ${name}`
      : sql`select 1 where to_regclass(${name}) is not null`;
  if ((await table.execute(db)).rows.length === 0) return;
  throw new Error(
    'A copy into this place was begun and not finished, so no cloud is here: copy again, or ' +
      `drop the table ${name} (of a directory: remove its yuntai.db) to begin a new cloud.`,
  );
}
