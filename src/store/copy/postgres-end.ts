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
  const close = async (): Promise<void> => {
    await connection.query('rollback', []).catch(() => undefined);
    connection.release(true);
    await pool.close();
  };
  try {
    const hadSchema = await begin(connection, db, name);
    return {
      name,
      db,
      hadSchema,
      insert: (table, rows) => insert(db, table, rows),
      lastNumber: (table) => lastNumber(db, table),
      continueAbove: (table, number) => continueAbove(db, table, number),
      commit: async () => void (await connection.query('commit', [])),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Answers whether there was a cloud before. */
async function begin(
  connection: PooledConnection,
  db: Kysely<Schema>,
  name: string,
): Promise<boolean> {
  // The locks before the snapshot, which must see what their last holders have done.
  if (!(await lockAlone(connection))) {
    throw new CopyRefused(
      `Servers run on ${name}, or it is being copied: stop all of them, then copy.`,
    );
  }
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
