import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Tables } from '../table.ts';
import type { CopiedRow, CopyEnd } from './end.ts';

/** Rows in memory at a time; as many bound values fit into one statement of either database. */
const rowsPerPage = 500;

/** All rows of a table in the order of its key, a page at a time. */
export async function* pagesOf(
  { db }: CopyEnd,
  table: keyof Schema,
  tables: Tables,
): AsyncGenerator<readonly CopiedRow[]> {
  const columns = tables[table].primary;
  const key = sql.join(columns.map((column) => sql.ref(column)));
  let where = sql``;
  for (;;) {
    const { rows } = await sql<CopiedRow>`
      select * from ${sql.table(table)} ${where} order by ${key} limit ${rowsPerPage}
    `.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsPerPage) return;
    where = sql`where (${key}) > (${sql.join(columns.map((column) => last[column]))})`;
  }
}

/** How many rows a table has. */
export async function countOf({ db }: CopyEnd, table: keyof Schema): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(table)}
  `.execute(db);
  return Number(rows[0]?.n);
}

/** What two tables with the same rows have in common. */
export interface Sum {
  readonly rows: number;
  /** SHA-256 over all values of all rows, in hexadecimal. */
  readonly checksum: string;
}

/** Adds up pages, given in the order of the table's key. */
export class Summing {
  readonly #hash: Hash = createHash('sha256');
  #rows = 0;

  add(page: readonly CopiedRow[]): void {
    for (const row of page) {
      // By name: the order of the columns is the database's own.
      const values = Object.keys(row)
        .toSorted()
        .map((name) => [name, row[name]]);
      this.#hash.update(`${JSON.stringify(values)}\n`);
    }
    this.#rows += page.length;
  }

  sum(): Sum {
    return { rows: this.#rows, checksum: this.#hash.digest('hex') };
  }
}

/** The sum of a table as the database has it now. */
export async function sumOf(end: CopyEnd, table: keyof Schema, tables: Tables): Promise<Sum> {
  const summing = new Summing();
  for await (const page of pagesOf(end, table, tables)) summing.add(page);
  return summing.sum();
}
