import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { kyselyOver } from '../dialect.ts';
import { migrate, schemaOf } from '../migrate.ts';
import type { Schema } from '../schema.ts';
import { openSqliteFile } from '../sqlite-file.ts';
import type { CopyEnd } from './end.ts';
import { clearUnfinished, markUnfinished } from './unfinished.ts';

/**
 * The cloud of a data directory, brought to today's shape within the copy's own transaction.
 * @throws DataDirectoryInUse where a server or another copy holds it, NewerSchema
 */
export async function openSqliteEnd(directory: string): Promise<CopyEnd> {
  const opened = await openSqliteFile(directory, async (connection) => {
    connection.control('begin immediate');
    const db = kyselyOver('sqlite', async (query) => connection.query(query));
    const hadSchema = (await schemaOf(db, 'sqlite')) > 0;
    await migrate(db, 'sqlite');
    return { db, hadSchema };
  });
  const { connection, close } = opened;
  const { db, hadSchema } = opened.prepared;
  let isMarked = false;
  return {
    name: directory,
    db,
    hadSchema,
    async begin() {
      connection.control('rollback');
      await markUnfinished(db);
      isMarked = true;
      connection.control('begin immediate');
      await migrate(db, 'sqlite');
    },
    async insert(table, rows) {
      await db.insertInto(table).values(rows).execute();
    },
    lastNumber: (table) => lastNumber(db, table),
    continueAbove: (table, number) => continueAbove(db, table, number),
    async commit() {
      await clearUnfinished(db);
      connection.control('commit');
      isMarked = false;
    },
    async close() {
      if (connection.inTransaction) connection.control('rollback');
      if (isMarked) await clearUnfinished(db);
      close();
    },
  };
}

/** `lasting seq`: SQLite keeps the highest number given in a table of its own. */
async function isLasting(db: Kysely<Schema>, table: string): Promise<boolean> {
  const { rows } = await sql`
    select name from sqlite_master
    where type = 'table' and name = ${table} and lower(sql) like '%autoincrement%'
  `.execute(db);
  return rows.length > 0;
}

async function lastNumber(db: Kysely<Schema>, table: keyof Schema): Promise<number> {
  const given = (await isLasting(db, table))
    ? sql<{ seq: number | null }>`select seq from sqlite_sequence where name = ${table}`
    : sql<{ seq: number | null }>`select max(seq) as seq from ${sql.table(table)}`;
  const { rows } = await given.execute(db);
  return rows[0]?.seq ?? 0;
}

async function continueAbove(
  db: Kysely<Schema>,
  table: keyof Schema,
  number: number,
): Promise<void> {
  // The others go on above the highest number that is there.
  if (!(await isLasting(db, table))) return;
  await sql`delete from sqlite_sequence where name = ${table}`.execute(db);
  await sql`insert into sqlite_sequence (name, seq) values (${table}, ${number})`.execute(db);
}
