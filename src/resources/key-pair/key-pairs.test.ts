import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { type RsaKey, rsaKeys } from '#kernel/rsa-key.ts';
import { audit } from '../../../test/support/audit.ts';
import { openNetworks, type TestNetworks } from '../networks.test-support.ts';
import type { Scope } from '../scope.ts';
import { instancesOf, keyPairsOf, unlinkKeyPairs } from './links.ts';
import { createKeyPair, importKeyPair } from './verbs/create-key-pair.ts';
import { deleteFreeKeyPairs, deleteKeyPair } from './verbs/delete-key-pair.ts';
import { listKeyPairs } from './verbs/list-key-pairs.ts';
import { modifyKeyPair } from './verbs/modify-key-pair.ts';
import { keyPairNamed, requireKeyPairs } from './verbs/require-key-pairs.ts';

const region = 'guangzhou';
let networks: TestNetworks;
let made: RsaKey;
let other: RsaKey;

before(async () => {
  networks = await openNetworks({ configuration: { keyPairsPerRegionMax: 5 } });
  made = await rsaKeys().make();
  other = await rsaKeys().make();
});
after(async () => {
  assert.deepEqual(await audit(networks.store), []);
  await networks.store.close();
});

const write = <T>(work: (scope: Scope) => Promise<T>) => networks.write(work);
const request = (name: string) => ({ region, name, project: 0, resourceGroup: '', tags: [] });
const create = (name: string) => write((scope) => createKeyPair(scope, { ...request(name), made }));
const bring = (name: string, publicKey: string, once = true) =>
  write((scope) => importKeyPair(scope, { ...request(name), publicKey, types: ['rsa'], once }));
const remove = (key: string) => write((scope) => deleteKeyPair(scope, { key, region }));
const reason = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'done';
  } catch (error) {
    assert.ok(error instanceof Fault);
    return error.reason;
  }
};

describe('a key pair', () => {
  test('keeps the public half, and nothing of the private one', async () => {
    const tags = [{ name: 'a', value: 'b' }];
    const pair = await write((scope) =>
      createKeyPair(scope, { ...request('made'), project: 7, tags, made }),
    );
    assert.equal(pair.publicKey, `${made.publicKey} skey_${pair.key}`);
    const { rows } = await networks.store.read(async ({ db }) => ({
      rows: [
        await db.selectFrom('key_pairs').selectAll().execute(),
        await db.selectFrom('tags').selectAll().execute(),
      ],
    }));
    assert.doesNotMatch(JSON.stringify(rows), /PRIVATE/);
    assert.equal(rows[1]?.length, 1);
    assert.equal(
      (await write((scope) => keyPairNamed(scope, { name: 'made', region }))).project,
      7,
    );
    await remove(pair.key);
  });

  test('has a name of its own in its region', async () => {
    const pair = await create('own');
    assert.equal(await reason(create('own')), 'key-pair.nameTaken');
    const elsewhere = await write((scope) =>
      createKeyPair(scope, { ...request('own'), region: 'shanghai', made }),
    );
    const change = { keyPair: pair.key, region };
    const second = await create('second');
    const renamed = (name: string) => write((scope) => modifyKeyPair(scope, { ...change, name }));
    assert.equal(await reason(renamed('second')), 'key-pair.nameTaken');
    assert.equal(await reason(renamed('own')), 'done');
    await write((scope) => modifyKeyPair(scope, { ...change, description: 'd' }));
    const [now] = await write((scope) => requireKeyPairs(scope, { keys: [pair.key], region }));
    assert.deepEqual([now?.name, now?.description], ['own', 'd']);
    await remove(pair.key);
    await remove(second.key);
    await write((scope) => deleteKeyPair(scope, { key: elsewhere.key, region: 'shanghai' }));
  });

  test('is brought once, where that is asked for', async () => {
    const pair = await bring('brought', `${other.publicKey} me@home`);
    assert.equal(pair.publicKey, `${other.publicKey} me@home`);
    assert.equal(await reason(bring('again', other.publicKey)), 'key-pair.publicKeyTaken');
    const again = await bring('again', other.publicKey, false);
    assert.equal(again.fingerprint, pair.fingerprint);
    assert.equal(await reason(bring('wrong', 'ssh-rsa AAAA')), 'key-pair.publicKeyMalformed');
    for (const { key } of [pair, again]) await remove(key);
  });

  test('is one of so many, and leaves room when it goes', async () => {
    const pairs = [];
    for (const name of ['1', '2', '3', '4', '5']) pairs.push(await create(`n${name}`));
    assert.equal(await reason(create('n6')), 'key-pair.quotaExceeded');
    await remove(pairs.pop()?.key ?? '');
    pairs.push(await create('n6'));
    for (const { key } of pairs) await remove(key);
  });

  test('stays while it opens an instance, and those beside it go', async () => {
    const used = await create('used');
    const free = await create('free');
    const keys = [used.key, free.key];
    const place = { account: '100000000001', region, number: 1, zone: 'guangzhou-3' };
    const links = ['i1', 'i2'].map((instance) => ({
      instance,
      position: 0,
      key_pair: used.key,
      ...place,
    }));
    await write(({ db }) => db.insert('instance_key_pairs', links));
    assert.equal(await reason(remove(used.key)), 'key-pair.inUse');
    await write((scope) => deleteFreeKeyPairs(scope, { keys, region }));
    const left = await write((scope) =>
      listKeyPairs(scope, { region, filter: {}, page: { offset: 0, limit: 10 } }),
    );
    assert.deepEqual(left.items, [used]);
    const all = () => write((scope) => deleteFreeKeyPairs(scope, { keys: [used.key], region }));
    assert.equal(await reason(all()), 'key-pair.inUse');
    const [opened, linked] = await write(async ({ db }) => [
      await instancesOf(db, [used.key], 2),
      await keyPairsOf(db, ['i1', 'i2', 'i3']),
    ]);
    assert.deepEqual(opened.get(used.key), ['i1', 'i2']);
    const few = await write(({ db }) => instancesOf(db, [used.key, free.key], 1));
    assert.deepEqual(
      [...few.values()].map(({ length }) => length),
      [1],
    );
    assert.deepEqual(
      linked.get('i1')?.map(({ name }) => name),
      ['used'],
    );
    assert.equal(linked.has('i3'), false);
    await write(({ db }) => unlinkKeyPairs(db, ['i1', 'i2']));
    await all();
    const gone = write((scope) => requireKeyPairs(scope, { keys, region }));
    assert.equal(await reason(gone), 'key-pair.notFound');
  });
});
