import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openNetworks, type TestNetworks } from '../networks.test-support.ts';
import { formatAddress } from '../subnet/cidr.ts';
import { releaseHolder } from './hold.ts';
import { ordinaryAddresses } from './ordinary.ts';

const keys = (count: number, prefix = 'i') => Array.from({ length: count }, (_, n) => prefix + n);

const region = 'guangzhou';
const give = ({ write }: TestNetworks, count: number, prefix?: string) =>
  write((scope) => ordinaryAddresses(scope, { region, keys: keys(count, prefix) }));
const release = ({ write }: TestNetworks, instances: readonly string[]) =>
  write(async ({ db, now }) => {
    for (const key of instances) await releaseHolder(db, { kind: 'instance', key, now });
  });

const text = (addresses: readonly number[]) => addresses.map(formatAddress);
const exhausted = /instance.publicAddressesExhausted/;

test('each instance gets an address of the configured block, its edges kept back', async () => {
  const cloud = await openNetworks({ configuration: { publicCidr: '203.0.113.0/29' } });
  assert.deepEqual(await give(cloud, 0), []);
  const got = await give(cloud, 4);
  assert.deepEqual(text(got), ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4']);
  await assert.rejects(give(cloud, 3, 'j'), exhausted);
  const rows = await cloud.store.read(({ db }) =>
    db.selectFrom('elastic_addresses').select('holder').orderBy('address').execute(),
  );
  assert.deepEqual(
    rows.map(({ holder }) => holder),
    ['i0', 'i1', 'i2', 'i3'],
  );
  await release(cloud, ['i0', 'i1']);
  const again = await give(cloud, 4, 'k');
  assert.deepEqual(text(again), ['203.0.113.5', '203.0.113.6', '203.0.113.1', '203.0.113.2']);
  await cloud.store.close();
});

test('an instance that goes gives its address back once', async () => {
  const cloud = await openNetworks();
  await give(cloud, 1);
  await release(cloud, ['i0']);
  await release(cloud, ['i0']);
  const rows = await cloud.store.read(({ db }) =>
    db.selectFrom('elastic_addresses').select('key').execute(),
  );
  assert.deepEqual(rows, []);
  await cloud.store.close();
});

test('another block is configured: what is held stays held, never given twice', async () => {
  const small = await openNetworks({ configuration: { publicCidr: '203.0.113.0/29' } });
  const { store } = small;
  const old = await give(small, 3);
  const moved = await openNetworks({ store, configuration: { publicCidr: '203.0.113.2/31' } });
  await assert.rejects(give(moved, 1, 'j'), /publicCidr is 203.0.113.2\/31; give a block/);
  const large = await openNetworks({ store, configuration: { publicCidr: '203.0.113.0/28' } });
  const got = await give(large, 11, 'j');
  assert.equal(new Set([...old, ...got]).size, 14);
  await assert.rejects(give(large, 1, 'k'), exhausted);
  await release(large, keys(3));
  assert.deepEqual(await give(large, 3, 'k'), old);
  const away = await openNetworks({ store, configuration: { publicCidr: '198.51.100.0/29' } });
  assert.deepEqual(text(await give(away, 1, 'm')), ['198.51.100.1']);
  await release(away, keys(3, 'k'));
  await store.close();
});

test('64 launches at once get 192 different addresses', async () => {
  const cloud = await openNetworks();
  const all = await Promise.all(Array.from({ length: 64 }, (_, n) => give(cloud, 3, `${n}-`)));
  assert.equal(new Set(all.flat()).size, 192);
  await cloud.store.close();
});
