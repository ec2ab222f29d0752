import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { boundValues } from '../compile.ts';
import { kyselyOver } from '../dialect.ts';
import { migrate, schemaOf } from '../migrate.ts';
import type { PooledConnection, PostgresPool } from '../postgres-connection.ts';
import { postgresError } from '../postgres-errors.ts';
import { lockAlone } from '../postgres-locks.ts';
import type { Schema } from '../schema.ts';
import type { CopiedRow, CopyEnd } from './end.ts';
import { CopyRefused } from './copy.ts';
import { clearUnfinished, markUnfinished } from './unfinished.ts';

/**
 * The cloud of a PostgreSQL database, brought to today's shape within the copy's own transaction,
 * in a session that is alone there: no server starts, and nobody writes. The pool is closed with
 * the end. @throws CopyRefused where servers run on it, or another copy goes on; NewerSchema
 */
export async function openPostgresEnd(pool: PostgresPool, name: string): Promise<CopyEnd> {
  const connection = await pool.acquire();
  const db = kyselyOver('postgres', (query) =>
    connection.query(query.sql, boundValues(query)).catch((error: unknown) => {
      throw postgresError(error);
    }),
  );
  let isMarked = false;
  const close = async (): Promise<void> => {
    await connection.query('rollback', []).catch(() => undefined);
    if (isMarked) await clearUnfinished(db).catch(() => undefined);
    connection.release(true);
    await pool.close();
  };
  try {
    await alone(connection, name);
    const hadSchema = await beginCopy(connection, db);
    return {
      name,
      db,
      hadSchema,
      async begin() {
        await connection.query('rollback', []);
        await markUnfinished(db);
        isMarked = true;
        await beginCopy(connection, db);
      },
      insert: (table, rows) => insert(db, table, rows),
      lastNumber: (table) => lastNumber(db, table),
      continueAbove: (table, number) => continueAbove(db, table, number),
      async commit() {
        await clearUnfinished(db);
        await connection.query('commit', []);
        isMarked = false;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Takes the locks before the snapshot, which must see what their last holders have done. */
async function alone(connection: PooledConnection, name: string): Promise<void> {
  if (await lockAlone(connection)) return;
  throw new CopyRefused(
    `Servers run on ${name}, or it is being copied: stop all of them, then copy.`,
  );
}

/** Answers whether there was a cloud before. */
async function beginCopy(connection: PooledConnection, db: Kysely<Schema>): Promise<boolean> {
  await connection.query('begin isolation level repeatable read', []);
  const hadSchema = (await schemaOf(db, 'postgres')) > 0;
  await migrate(db, 'postgres');
  return hadSchema;
}

async function insert(
  db: Kysely<Schema>,
  table: keyof Schema,
  rows: readonly CopiedRow[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    overriding system value values ${sql.join(values)}
  `.execute(db);
}

async function lastNumber(db: Kysely<Schema>, table: keyof Schema): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select pg_sequence_last_value(pg_get_serial_sequence(${table}, 'seq')) as last
  `.execute(db);
  return rows[0]?.last ?? 0;
}

async function continueAbove(
  db: Kysely<Schema>,
  table: keyof Schema,
  number: number,
): Promise<void> {
  if (number === 0) return;
  await sql`select setval(pg_get_serial_sequence(${table}, 'seq'), ${number})`.execute(db);
}
