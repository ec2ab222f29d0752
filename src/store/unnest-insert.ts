import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { sqlValue } from './compile.ts';
import { kyselyOver } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { SqlValue } from './statement.ts';

/** An insert of many rows: an array for each column, so that its text fits any number of them. */
export interface UnnestInsert {
  readonly sql: string;
  readonly arrays: ReadonlyArray<readonly SqlValue[]>;
}

/** Makes such inserts; the text of each is compiled once per table, columns and their types. */
export interface UnnestInserts {
  /** @throws RangeError or TypeError for what no column can hold. */
  of(table: keyof Schema, rows: readonly object[]): UnnestInsert;
}

interface Column {
  readonly name: string;
  readonly isText: boolean;
  readonly values: readonly SqlValue[];
}

/** Makes such inserts for one store. */
export function unnestInserts(): UnnestInserts {
  const refuse = () => Promise.reject(new Error('Only the text of an insert is made here.'));
  const db = kyselyOver('postgres', refuse);
  const kept = new Map<string, string>();
  return {
    of(table, rows) {
      const columns = columnsOf(rows);
      const shape = [table, ...columns.map(({ name, isText }) => `${name} ${isText}`)].join();
      let text = kept.get(shape);
      if (text === undefined) {
        text = textOf(db, table, columns);
        kept.set(shape, text);
      }
      return { sql: text, arrays: columns.map(({ values }) => values) };
    },
  };
}

/** A column is of text where any row has text in it; one that no row fills is left out. */
function columnsOf(rows: readonly object[]): readonly Column[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return names.flatMap((name) => {
    const values = rows.map((row) => {
      const value = (row as Readonly<Record<string, unknown>>)[name];
      return Object.hasOwn(row, name) ? sqlValue(value, name) : null;
    });
    if (values.every((value) => value === null)) return [];
    return [{ name, isText: values.some((value) => typeof value === 'string'), values }];
  });
}

function textOf(db: Kysely<Schema>, table: keyof Schema, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => sql.ref(name));
  const arrays = columns.map(({ isText, values }) =>
    isText ? sql`${values}::text[]` : sql`${values}::int8[]`,
  );
  const insert = sql`insert into ${sql.table(table)} (${sql.join(names)})
    select * from unnest(${sql.join(arrays)})`;
  return insert.compile(db).sql;
}
