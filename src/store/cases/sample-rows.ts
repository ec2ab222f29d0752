import { tables } from '#resources/nouns.ts';
import type { Schema } from '../schema.ts';
import type { NewRows } from '../store.ts';
import type { Column } from '../table.ts';

/** A number that 32 bits do not hold. */
const LARGE = 1_763_740_800_000;

/**
 * A row with a value in every column that its table declares, but for what the database numbers,
 * so that a table and its row type cannot differ. `mark` tells it from other samples.
 */
export function sampleRow<T extends keyof Schema>(table: T, mark = ''): NewRows<T>[number] {
  const columns = Object.entries(tables[table].columns).filter(([, { kind }]) => kind !== 'seq');
  const row = columns.map(([name, column]) => [name, sampleOf(column, `${name} 账户${mark}`)]);
  return Object.fromEntries(row) as NewRows<T>[number];
}

/** The last of texts that have a meaning: a workflow that is active would be run. */
function sampleOf({ kind, values }: Column, name: string): string | number {
  return kind === 'text' ? (values?.at(-1) ?? name) : LARGE;
}

/** The same row with nothing in the columns that may be null; undefined where none may. */
export function sparseRow<T extends keyof Schema>(table: T): NewRows<T>[number] | undefined {
  const nullable = Object.entries(tables[table].columns).filter(([, { isNullable }]) => isNullable);
  if (nullable.length === 0) return undefined;
  const nothing = Object.fromEntries(nullable.map(([name]) => [name, null]));
  return { ...sampleRow(table, ' sparse'), ...nothing };
}
