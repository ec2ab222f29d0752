import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as fc from 'fast-check';
import type { Store, Tx } from '#store/store.ts';
import { openNetworks } from '../networks.test-support.ts';
import {
  createRange,
  deleteRange,
  freeCount,
  freeCounts,
  returnAddresses,
  takeAddress,
  takeAddresses,
} from './range.ts';

const first = 0x0a000002;
let store: Store;
let ranges = 0;

before(async () => {
  ({ store } = await openNetworks());
});
after(() => store.close());

async function range(size: number): Promise<string> {
  ranges += 1;
  const key = `range${ranges}`;
  await store.write((tx) => createRange(tx, { key, first, last: first + size - 1 }));
  return key;
}

const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.write(work);
const free = (key: string): Promise<number | undefined> => store.read((tx) => freeCount(tx, key));
const at = (...numbers: readonly number[]): readonly number[] => numbers.map((n) => first + n);

test('addresses come in their order, as long as there are any', async () => {
  const key = await range(3);
  assert.deepEqual(await write((tx) => takeAddresses(tx, key, 2)), at(0, 1));
  assert.equal(await write((tx) => takeAddresses(tx, key, 2)), undefined);
  assert.deepEqual(await write((tx) => takeAddresses(tx, key, 1)), at(2));
  assert.equal(await write((tx) => takeAddresses(tx, key, 1)), undefined);
  assert.deepEqual(await write((tx) => takeAddresses(tx, key, 0)), []);
  assert.equal(await free(key), 0);
});

test('what was given back comes again when all others are used, the lowest first', async () => {
  const key = await range(4);
  await write((tx) => takeAddresses(tx, key, 3));
  await write((tx) => returnAddresses(tx, key, at(2, 0)));
  assert.deepEqual(await write((tx) => takeAddresses(tx, key, 2)), at(3, 0));
  assert.deepEqual(await write((tx) => takeAddresses(tx, key, 1)), at(2));
});

test('an address that is asked for is taken once, wherever the cursor is', async () => {
  const key = await range(5);
  assert.equal(await write((tx) => takeAddress(tx, key, first + 1)), true);
  assert.equal(await write((tx) => takeAddress(tx, key, first + 1)), false);
  assert.deepEqual(await write((tx) => takeAddresses(tx, key, 2)), at(0, 2));
  assert.equal(await write((tx) => takeAddress(tx, key, first + 1)), false);
  assert.equal(await write((tx) => takeAddress(tx, key, first + 2)), false);
  await write((tx) => returnAddresses(tx, key, at(1)));
  assert.equal(await write((tx) => takeAddress(tx, key, first + 1)), true);
  assert.equal(await write((tx) => takeAddress(tx, key, first - 1)), false);
  assert.equal(await write((tx) => takeAddress(tx, key, first + 5)), false);
  assert.equal(await write((tx) => takeAddress(tx, 'none', first)), false);
  assert.equal(await free(key), 2);
});

test('the cursor goes past long runs that were taken in advance', async () => {
  const key = await range(400);
  for (let n = 1; n < 300; n += 1) await write((tx) => takeAddress(tx, key, first + n));
  assert.deepEqual(await write((tx) => takeAddresses(tx, key, 3)), at(0, 300, 301));
  await write((tx) => returnAddresses(tx, key, at(7)));
  assert.equal(await free(key), 99);
  assert.equal((await write((tx) => takeAddresses(tx, key, 99)))?.at(-1), first + 7);
});

test('giving back what nobody took is an error and changes nothing', async () => {
  const key = await range(4);
  await write((tx) => takeAddresses(tx, key, 2));
  await assert.rejects(
    write((tx) => returnAddresses(tx, key, at(2))),
    /books/,
  );
  await assert.rejects(
    write((tx) => returnAddresses(tx, key, at(1, 1))),
    /books/,
  );
  await assert.rejects(
    write((tx) => returnAddresses(tx, key, at(0, 1, 2))),
    /books/,
  );
  await assert.rejects(
    write((tx) => returnAddresses(tx, key, [first - 1])),
    /books/,
  );
  assert.equal(await free(key), 2);
  await write((tx) => returnAddresses(tx, key, at(0, 1)));
  assert.equal(await free(key), 4);
});

test('a range goes only while nothing of it is taken', async () => {
  const key = await range(3);
  await write((tx) => takeAddress(tx, key, first + 2));
  assert.equal(await write((tx) => deleteRange(tx, key)), false);
  await write((tx) => returnAddresses(tx, key, at(2)));
  assert.equal(await write((tx) => deleteRange(tx, key)), true);
  assert.equal(await free(key), undefined);
  assert.equal(await write((tx) => deleteRange(tx, key)), false);
  assert.equal(await write((tx) => takeAddresses(tx, key, 1)), undefined);
});

test('ranges are made once and counted together', async () => {
  const [one, other] = [await range(3), await range(5)];
  assert.equal(await write((tx) => createRange(tx, { key: one, first, last: first })), false);
  const counts = await store.read((tx) => freeCounts(tx, [one, other, 'none']));
  assert.deepEqual([...counts].sort(), [
    [one, 3],
    [other, 5],
  ]);
});

type Step = { readonly take: number } | { readonly name: number } | { readonly giveBack: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ take: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ name: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ giveBack: fc.nat({ max: 30 }) }),
);

test('no address is ever given twice, none is lost and the count is exact', async () => {
  const size = fc.integer({ min: 1, max: 11 });
  await fc.assert(
    fc.asyncProperty(size, fc.array(step, { maxLength: 30 }), async (count, steps) => {
      const key = await range(count);
      const taken = new Set<number>();
      for (const one of steps) {
        await follow(key, { one, taken, count });
        assert.equal(await free(key), count - taken.size);
      }
      const rest = count - taken.size;
      const last = await write((tx) => takeAddresses(tx, key, rest));
      assert.equal(new Set([...taken, ...(last ?? [])]).size, count);
    }),
    { numRuns: 150 },
  );
});

async function follow(
  key: string,
  { one, taken, count }: { one: Step; taken: Set<number>; count: number },
): Promise<void> {
  if ('take' in one) {
    const got = await write((tx) => takeAddresses(tx, key, one.take));
    assert.equal(got === undefined, one.take > count - taken.size);
    for (const address of got ?? []) {
      assert.ok(!taken.has(address) && address >= first && address < first + count);
      taken.add(address);
    }
    assert.equal(new Set(got).size, got?.length ?? 0);
  } else if ('name' in one) {
    const address = first + one.name;
    const got = await write((tx) => takeAddress(tx, key, address));
    assert.equal(got, one.name < count && !taken.has(address));
    if (got) taken.add(address);
  } else {
    const back = [...taken].filter((_, index) => (one.giveBack >> (index % 5)) % 2 === 1);
    await write((tx) => returnAddresses(tx, key, back));
    for (const address of back) taken.delete(address);
  }
}

test('64 at once, taking, naming and giving back: the books stay right', async () => {
  const key = await range(150);
  const all = await Promise.all(
    Array.from({ length: 64 }, async (_, n): Promise<readonly number[]> => {
      if (n % 4 === 3) {
        const named = first + 140 + (n % 8);
        return (await write((tx) => takeAddress(tx, key, named))) ? [named] : [];
      }
      const got = (await write((tx) => takeAddresses(tx, key, 3))) ?? [];
      if (n % 4 !== 2) return got;
      await write((tx) => returnAddresses(tx, key, got.slice(0, 2)));
      return got.slice(2);
    }),
  );
  const held = all.flat();
  assert.equal(new Set(held).size, held.length);
  assert.equal(await free(key), 150 - held.length);
});
