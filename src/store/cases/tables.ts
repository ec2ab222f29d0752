import assert from 'node:assert/strict';
import { tables } from '#resources/nouns.ts';
import type { Schema } from '../schema.ts';
import type { NewRows, Store } from '../store.ts';
import type { StoreCase } from './case.ts';
import { sampleRow, sparseRow } from './sample-rows.ts';

/** What is written into each table comes back as it was, every column of it. */
export const tableCases: readonly StoreCase[] = (
  Object.keys(tables) as ReadonlyArray<keyof Schema>
).flatMap((table) => [
  {
    demands: `keeps whole rows of ${table}`,
    run: (store) => roundTrip(store, table, sampleRow(table)),
  },
  {
    demands: `keeps nothing where a row of ${table} leaves out what may be null`,
    async run(store) {
      const row = sparseRow(table);
      if (row !== undefined) await roundTrip(store, table, row);
    },
  },
]);

async function roundTrip(store: Store, table: keyof Schema, row: object): Promise<void> {
  await store.write((tx) => tx.insert(table, [row] as NewRows<typeof table>));
  const rows = await store.read((reader) => reader.db.selectFrom(table).selectAll().execute());
  const found = rows.map((kept) => {
    const { seq, ...rest } = kept as Record<string, unknown>;
    if (seq !== undefined) assert.ok(Number.isSafeInteger(seq), `seq is ${String(seq)}`);
    return rest;
  });
  assert.ok(
    found.some((kept) => isSame(kept, row)),
    `${JSON.stringify(row)} is not among ${JSON.stringify(found)}`,
  );
}

function isSame(kept: Record<string, unknown>, row: object): boolean {
  const wanted = new Map(Object.entries(row));
  const columns = Object.keys(kept);
  return columns.length === wanted.size && columns.every((name) => kept[name] === wanted.get(name));
}
