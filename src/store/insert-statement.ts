import type { Schema } from './schema.ts';
import { statement } from './statement.ts';
import type { Statement } from './statement.ts';

type Row = Readonly<Record<string, unknown>>;

/** The insert of one row, whose parameters are the row itself, kept per table and columns. */
export interface InsertStatements {
  of(table: keyof Schema, row: object): Statement<Row, unknown>;
}

interface Shape {
  readonly names: readonly string[];
  readonly insert: Statement<Row, unknown>;
}

/** Statements for `Tx.insert`, made when first needed. */
export function insertStatements(): InsertStatements {
  const kept = new Map<keyof Schema, Shape[]>();
  return {
    of(table, row) {
      const names = Object.keys(row);
      const shapes = kept.get(table) ?? [];
      // Compared, not joined into a key: that cost as much as inserting a small row.
      const known = shapes.find((shape) => areSame(shape.names, names));
      if (known !== undefined) return known.insert;
      const insert = statement<Row>()((db, places) => db.insertInto(table).values([places]));
      kept.set(table, [...shapes, { names, insert }]);
      return insert;
    },
  };
}

function areSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, at) => name === others[at]);
}
