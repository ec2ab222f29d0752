import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSqlite } from '#store/sqlite.ts';
import { createRange, freeCount, takeAddresses } from './range.ts';
import { takeUnused } from './take-unused.ts';

const RANGE = 'subnet01';

test('addresses of others are passed over, and given out when the others are gone', async () => {
  const store = await openSqlite({ directory: ':memory:' });
  await store.write((tx) => createRange(tx, { key: RANGE, first: 1, last: 8 }));
  const take = (count: number, ...used: readonly number[]) =>
    store.write((tx) => takeUnused(tx, RANGE, { count, used: new Set(used) }));
  assert.deepEqual(await take(3, 1, 2, 4), [3, 5, 6]);
  assert.equal(await store.read((reader) => freeCount(reader, RANGE)), 5);
  // Of five that are free two may be taken.
  assert.equal(await take(3, 1, 2, 4), undefined);
  assert.equal(await store.read((reader) => freeCount(reader, RANGE)), 5);
  assert.deepEqual(await take(2, 1, 2, 4), [7, 8]);
  assert.equal(await take(1, 1, 2, 4), undefined);
  assert.deepEqual(await take(2, 4), [1, 2]);
  assert.deepEqual(await store.write((tx) => takeAddresses(tx, RANGE, 1)), [4]);
  await store.close();
});
