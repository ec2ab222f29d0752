import { DatabaseSync } from 'node:sqlite';
import { boundValues } from '#store/compile.ts';
import { kyselyOver } from '#store/dialect.ts';
import { migrate } from '#store/migrate.ts';
import type { PostgresConnection, PostgresPool } from '#store/postgres-connection.ts';
import type { SqlValue } from '#store/statement.ts';

type Row = Readonly<Record<string, SqlValue>>;

/** Puts the rows of a SQLite file into an empty PostgreSQL database, in the shape they are of. */
export async function loadIntoPostgres(pool: PostgresPool, file: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true });
  const rowsOf = (sql: string) => source.prepare(sql).all() as unknown as readonly Row[];
  const [mark] = rowsOf("select value from meta where name = 'schema'");
  const names = rowsOf("select name from sqlite_master where type = 'table'");
  const connection = await pool.acquire();
  const db = kyselyOver('postgres', (query) => connection.query(query.sql, boundValues(query)));
  await migrate(db, 'postgres', Number(mark?.['value']));
  await connection.query('delete from meta', []);
  for (const { name } of names) {
    const table = String(name);
    if (table.startsWith('sqlite_')) continue;
    for (const row of rowsOf(`select * from ${table}`)) await insertRow(connection, table, row);
    const numbered = await connection.query(
      "select 1 from information_schema.columns where table_name = $1 and column_name = 'seq'",
      [table],
    );
    if (numbered.rows.length === 0) continue;
    const last = `select coalesce(max(seq), 0) + 1 from ${table}`;
    const sequence = `pg_get_serial_sequence('${table}', 'seq')`;
    await connection.query(`select setval(${sequence}, (${last}), false)`, []);
  }
  connection.release(false);
  source.close();
}

async function insertRow(connection: PostgresConnection, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_, at) => `$${at + 1}`);
  const columns = `${table} (${names.join(', ')})`;
  const insert = `insert into ${columns} overriding system value values (${places.join(', ')})`;
  await connection.query(insert, Object.values(row));
}
