import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import {
  activateAccessKey,
  checkKeyPair,
  createAccessKey,
  deleteAccessKey,
  listAccessKeys,
  newKeyPair,
  openAccessKey,
  resetSecret,
} from './access-keys.ts';
import { createAccount, ensureRootAccount, listAccounts, rootAccount } from './accounts.ts';
import { sealer } from './sealer.ts';

const random = seededRandom('access keys');
const seals = sealer(random.bytes(32), random);
const owner = { account: rootAccount, principal: rootAccount, now: 5 };

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openSqlite({ directory: ':memory:' });
  await work(store);
  await store.close();
}

test('a new pair is of letters and digits, and no two are the same', () => {
  const pairs = Array.from({ length: 100 }, () => newKeyPair(random));
  for (const pair of pairs) {
    assert.match(pair.id, /^YT[A-Za-z0-9]{22}$/);
    assert.match(pair.secret, /^[A-Za-z0-9]{40}$/);
    checkKeyPair(pair);
  }
  assert.equal(new Set(pairs.flatMap(({ id, secret }) => [id, secret])).size, 200);
});

test('a key is opened with its secret, which the store does not hold in clear', () =>
  withStore(async (store) => {
    const pair = newKeyPair(random);
    await store.write((tx) => createAccessKey(tx, seals, { pair, ...owner }));
    assert.deepEqual(await store.read((reader) => openAccessKey(reader, seals, pair.id)), {
      account: rootAccount,
      principal: rootAccount,
      secret: pair.secret,
      active: true,
    });
    const rows = await store.read(({ db }) => db.selectFrom('access_keys').selectAll().execute());
    assert.ok(!JSON.stringify(rows).includes(pair.secret));
  }));

test('a sealed secret opens under its own id alone', () =>
  withStore(async (store) => {
    const pairs = [newKeyPair(random), newKeyPair(random)] as const;
    for (const pair of pairs) {
      await store.write((tx) => createAccessKey(tx, seals, { pair, ...owner }));
    }
    await store.write(async ({ db }) => {
      const first = db
        .selectFrom('access_keys')
        .select('sealed_secret')
        .where('id', '=', pairs[0].id);
      const { sealed_secret: stolen } = await first.executeTakeFirstOrThrow();
      const second = db.updateTable('access_keys').where('id', '=', pairs[1].id);
      await second.set({ sealed_secret: stolen }).execute();
    });
    await assert.rejects(store.read((reader) => openAccessKey(reader, seals, pairs[1].id)));
  }));

test('a principal has two keys at most; deleting one makes room', () =>
  withStore(async (store) => {
    const create = (pair = newKeyPair(random)): Promise<void> =>
      store.write((tx) => createAccessKey(tx, seals, { pair, ...owner }));
    const first = newKeyPair(random);
    await create(first);
    await assert.rejects(create(first), /exists already/);
    await create();
    await assert.rejects(create(), /delete one/);
    await store.write((tx) => deleteAccessKey(tx, first.id));
    await create();
    const keys = await store.read((reader) => listAccessKeys(reader, rootAccount));
    assert.equal(keys.length, 2);
    assert.ok(keys.every((key) => key.createdAt === 5 && !('secret' in key)));
  }));

test('disabled, enabled, given another secret; a key that is not there is refused', () =>
  withStore(async (store) => {
    const pair = newKeyPair(random);
    await store.write((tx) => createAccessKey(tx, seals, { pair, ...owner }));
    const open = () => store.read((reader) => openAccessKey(reader, seals, pair.id));
    await store.write((tx) => activateAccessKey(tx, pair.id, false));
    assert.equal((await open())?.active, false);
    await store.write((tx) => activateAccessKey(tx, pair.id, true));
    assert.equal((await open())?.active, true);
    const other = { id: pair.id, secret: 'another-secret' };
    assert.equal(await store.write((tx) => resetSecret(tx, seals, other)), true);
    assert.equal((await open())?.secret, 'another-secret');
    const unknown = { id: 'nobody', secret: 'another-secret' };
    assert.equal(await store.write((tx) => resetSecret(tx, seals, unknown)), false);
    await assert.rejects(
      store.write((tx) => activateAccessKey(tx, 'nobody', true)),
      /no access key/,
    );
    await assert.rejects(
      store.write((tx) => deleteAccessKey(tx, 'nobody')),
      /no access key/,
    );
  }));

test('pairs that could not be sent or signed with are refused, secrets unsaid', () => {
  for (const id of ['', 'abc', 'a b c d', 'a/b/c', 'é'.repeat(8), 'a'.repeat(129), 'a\nbcd']) {
    assert.throws(() => checkKeyPair({ id, secret: 'long enough?' }), /access key id/, id);
  }
  for (const secret of ['', 'short', 'with a blank', 'é'.repeat(8), 'a'.repeat(257)]) {
    assert.throws(
      () => checkKeyPair({ id: 'AKIDx', secret }),
      (error: Error) => secret === '' || !error.message.includes(secret),
    );
  }
});

test('the root account is made once; others have twelve digits of their own', () =>
  withStore(async (store) => {
    await store.write((tx) => ensureRootAccount(tx, 1));
    await store.write((tx) => ensureRootAccount(tx, 2));
    const made = await store.write((tx) => createAccount(tx, { name: 'staging', random, now: 3 }));
    assert.match(made, /^1000\d{8}$/);
    assert.deepEqual(await store.read(listAccounts), [
      { id: rootAccount, name: 'root', createdAt: 1 },
      { id: made, name: 'staging', createdAt: 3 },
    ]);
    await assert.rejects(
      store.write((tx) => createAccount(tx, { name: '', random, now: 3 })),
      /1 to/,
    );
  }));
