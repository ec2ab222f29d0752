import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { tables } from '#resources/nouns.ts';
import { sampleRow } from '../cases/sample-rows.ts';
import { keysOf, vpc } from '../cases/network.ts';
import { DataDirectoryInUse } from '../data-directory.ts';
import { NewerSchema } from '../migrate.ts';
import { type Pglite, startPglite } from '../pglite.test-support.ts';
import { openPostgres } from '../postgres.ts';
import { openSqlite } from '../sqlite.ts';
import type { Schema } from '../schema.ts';
import type { Store } from '../store.ts';
import { CopyRefused, copyRows } from './copy.ts';
import type { CopyEnd } from './end.ts';
import { openPostgresEnd } from './postgres-end.ts';
import { openSqliteEnd } from './sqlite-end.ts';

const root = mkdtempSync(join(tmpdir(), 'yuntai-copy-'));
const copiedNames = Object.keys(tables) as ReadonlyArray<keyof Schema>;
let directories = 0;
let pglite: Pglite | undefined;

before(async () => {
  pglite = await startPglite();
});
after(async () => {
  await pglite?.close();
  rmSync(root, { recursive: true, force: true });
});

function emptied() {
  if (pglite === undefined) throw new Error('PGlite did not start.');
  return pglite.emptied();
}

function newDirectory(): string {
  directories += 1;
  return join(root, String(directories));
}

/** A directory with a row in every table, thousands in some, and numbers that are free again. */
async function filledDirectory(): Promise<string> {
  const directory = newDirectory();
  const store = await openSqlite({ directory });
  await store.write(async (tx) => {
    for (const table of copiedNames) {
      await tx.insert(table, [sampleRow(table)]);
    }
    const many = Array.from({ length: 1_700 }, (_, at) => at);
    await tx.insert(
      'vpcs',
      many.map((at) => vpc('many', `k${at}`)),
    );
    await tx.insert(
      'released_addresses',
      many.map((address) => ({ range: 'many', address })),
    );
    await tx.insert('inbox', [sampleRow('inbox'), sampleRow('inbox')]);
    await tx.db.deleteFrom('inbox').where('seq', '>', 1).execute();
    await tx.db.deleteFrom('vpcs').where('seq', 'in', [5, 6, 7]).execute();
  });
  await store.close();
  return directory;
}

async function copied(source: CopyEnd, target: CopyEnd): Promise<number> {
  try {
    const sums = await copyRows(source, target, { tables, onProgress: () => undefined });
    return sums.reduce((rows, table) => rows + table.rows, 0);
  } finally {
    await source.close();
    await target.close();
  }
}

async function rowsOf(store: Store): Promise<Record<string, unknown>> {
  return store.read(async ({ db }) => {
    const rows: Record<string, unknown> = {};
    for (const table of copiedNames) {
      const found: ReadonlyArray<Record<string, unknown>> = await db
        .selectFrom(table)
        .selectAll()
        .execute();
      rows[table] = new Set(found.map((row) => JSON.stringify(Object.entries(row).toSorted())));
    }
    return rows;
  });
}

async function assertSame(one: Store, other: Store): Promise<void> {
  assert.deepEqual(await rowsOf(one), await rowsOf(other));
}

/** The number that the next message gets: three were given, and two of them are gone. */
async function assertGoesOn(store: Store): Promise<void> {
  await store.write((tx) => tx.insert('inbox', [sampleRow('inbox')]));
  await store.write((tx) => tx.insert('vpcs', [vpc('more', 'next')]));
  const numbers = await store.read(({ db }) => {
    return db.selectFrom('inbox').select('seq').orderBy('seq').execute();
  });
  assert.deepEqual(
    numbers.map(({ seq }) => seq),
    [1, 4],
  );
  assert.deepEqual(await keysOf(store, 'more'), ['next']);
}

test('a cloud goes from SQLite to PostgreSQL and back with every row, and goes on', async () => {
  const directory = await filledDirectory();
  const pool = await emptied();
  const rows = await copied(await openSqliteEnd(directory), await openPostgresEnd(pool, 'p'));
  assert.ok(rows > 3_400);
  const back = newDirectory();
  assert.equal(await copied(await openPostgresEnd(pool, 'p'), await openSqliteEnd(back)), rows);
  const stores = [
    await openSqlite({ directory }),
    await openPostgres({ pool }),
    await openSqlite({ directory: back }),
  ] as const;
  await assertSame(stores[0], stores[1]);
  await assertSame(stores[0], stores[2]);
  for (const store of stores.slice(1)) await assertGoesOn(store);
  for (const store of stores) await store.close();
});

test('a row that changes on the way is found, and nothing is kept', async () => {
  const directory = await filledDirectory();
  const pool = await emptied();
  const target = await openPostgresEnd(pool, 'p');
  const changing: CopyEnd = {
    ...target,
    insert: (table, rows) =>
      target.insert(
        table,
        table === 'tokens' ? rows.map((row) => ({ ...row, hash: 'another' })) : rows,
      ),
  };
  await assert.rejects(copied(await openSqliteEnd(directory), changing), /tokens differs in p/);
  const again = await openPostgresEnd(pool, 'p');
  assert.equal(again.hadSchema, false);
  assert.ok((await copied(await openSqliteEnd(directory), again)) > 3_400);
});

test('a row that is lost on the way is found, and nothing is kept', async () => {
  const directory = await filledDirectory();
  const to = newDirectory();
  const target = await openSqliteEnd(to);
  const losing: CopyEnd = {
    ...target,
    insert: (table, rows) =>
      table === 'meta' ? target.insert(table, rows.slice(1)) : target.insert(table, rows),
  };
  await assert.rejects(copied(await openSqliteEnd(directory), losing), /meta differs/);
  const again = await openSqliteEnd(to);
  assert.equal(again.hadSchema, false);
  await again.close();
});

test('a target with rows is refused, and stays as it is', async () => {
  const directory = await filledDirectory();
  const to = newDirectory();
  const store = await openSqlite({ directory: to });
  await store.write((tx) => tx.insert('vpcs', [vpc('there', 'a')]));
  await store.close();
  const ends = [await openSqliteEnd(directory), await openSqliteEnd(to)] as const;
  await assert.rejects(copied(...ends), /is not empty: it has rows in vpcs/);
  const kept = await openSqlite({ directory: to });
  assert.deepEqual(await keysOf(kept, 'there'), ['a']);
  await kept.close();
});

test('a source without a cloud is refused, and stays without one', async () => {
  const directory = newDirectory();
  const pool = await emptied();
  const ends = [await openSqliteEnd(directory), await openPostgresEnd(pool, 'p')] as const;
  await assert.rejects(copied(...ends), CopyRefused);
  const end = await openSqliteEnd(directory);
  assert.equal(end.hadSchema, false);
  await end.close();
});

test('a source that a server holds, or of a newer version, is refused', async () => {
  const directory = await filledDirectory();
  const store = await openSqlite({ directory });
  await assert.rejects(openSqliteEnd(directory), DataDirectoryInUse);
  await store.write(async (tx) => {
    await tx.db.updateTable('meta').set({ value: '99' }).where('name', '=', 'schema').execute();
  });
  await store.close();
  await assert.rejects(openSqliteEnd(directory), NewerSchema);
});
