import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { statement } from './statement.ts';
import type { Statement } from './statement.ts';

type Row = Readonly<Record<string, unknown>>;

/** The insert of one row, whose parameters are the row itself, kept per table and columns. */
export interface InsertStatements {
  of(table: keyof Schema, row: object): Statement<Row, unknown>;
}

/** Statements for `Tx.insert`, made when first needed. */
export function insertStatements(): InsertStatements {
  const kept = new Map<string, Statement<Row, unknown>>();
  return {
    of(table, row) {
      const shape = `${table}:${Object.keys(row).join()}`;
      let insert = kept.get(shape);
      if (insert === undefined) {
        insert = statement<Row>()((db, places) => insertInto(db, table, [places]));
        kept.set(shape, insert);
      }
      return insert;
    },
  };
}

/** An insert into a table known only at run time: its rows were checked where they were given. */
export function insertInto(db: Kysely<Schema>, table: keyof Schema, rows: readonly object[]) {
  return db.insertInto(table).values(rows);
}
