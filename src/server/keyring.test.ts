import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import {
  activateAccessKey,
  createAccessKey,
  type KeyPair,
  newKeyPair,
} from '#resources/account/access-keys.ts';
import { sealer } from '#resources/account/sealer.ts';
import { openSqlite } from '#store/sqlite.ts';
import { createKeyring } from './keyring.ts';

const random = seededRandom('keyring');

async function setUp() {
  const opened = await openSqlite({ directory: ':memory:' });
  let reads = 0;
  const store = {
    ...opened,
    read: ((work) => {
      reads += 1;
      return opened.read(work);
    }) as typeof opened.read,
  };
  const seals = sealer(random.bytes(32), random);
  const wall = simulatedClock(0);
  const make = async (principal: string): Promise<KeyPair> => {
    const pair = newKeyPair(random);
    const key = { pair, account: '1', principal, now: 0 };
    await store.write((tx) => createAccessKey(tx, seals, key));
    return pair;
  };
  const keyring = createKeyring({ store, sealer: seals, wall, keysMax: 2 });
  return { store, keyring, wall, make, reads: () => reads };
}

test('a key is looked up once and kept for two seconds', async () => {
  const { keyring, wall, make, reads, store } = await setUp();
  const { id, secret } = await make('1');
  assert.equal((await keyring.find(id))?.secret, secret);
  assert.equal((await keyring.find(id))?.secret, secret);
  assert.equal(reads(), 1);
  await store.write((tx) => activateAccessKey(tx, id, false));
  assert.equal((await keyring.find(id))?.secret, secret);
  wall.advance(2_000);
  assert.equal(await keyring.find(id), undefined);
  await store.close();
});

test('a change made here counts at once', async () => {
  const { keyring, make, store } = await setUp();
  const { id } = await make('1');
  const looking = keyring.find(id);
  await store.write((tx) => activateAccessKey(tx, id, false));
  keyring.forget();
  await looking;
  assert.equal(await keyring.find(id), undefined);
  await store.close();
});

test('what is kept is bounded, and ids that nobody has are not kept', async () => {
  const { keyring, make, reads, store } = await setUp();
  const ids = [];
  for (const principal of ['1', '2', '3']) ids.push((await make(principal)).id);
  for (const id of ids) await keyring.find(id);
  assert.equal(reads(), 3);
  await keyring.find(ids[2] ?? '');
  await keyring.find(ids[1] ?? '');
  assert.equal(reads(), 3);
  await keyring.find(ids[0] ?? '');
  assert.equal(reads(), 4);
  for (let n = 0; n < 100; n += 1) assert.equal(await keyring.find(`nobody${n}`), undefined);
  await keyring.find(ids[0] ?? '');
  assert.equal(reads(), 104);
  assert.equal(await keyring.find('x'.repeat(1_000_000)), undefined);
  assert.equal(reads(), 104);
  await store.close();
});
