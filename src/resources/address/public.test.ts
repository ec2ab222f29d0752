import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openNetworks } from '../networks.test-support.ts';
import { formatAddress } from '../subnet/cidr.ts';
import { returnPublicAddresses, takePublicAddresses } from './public.ts';

const holders = (count: number, prefix = 'i') =>
  Array.from({ length: count }, (_, n) => ({ kind: 'instance', key: `${prefix}${n}` }));

const text = (addresses: readonly number[] | undefined) => addresses?.map(formatAddress);

test('each holder gets an address of the configured block, its edges kept back', async () => {
  const { write, store } = await openNetworks({ configuration: { publicCidr: '203.0.113.0/29' } });
  assert.deepEqual(await write((scope) => takePublicAddresses(scope, [])), []);
  const got = await write((scope) => takePublicAddresses(scope, holders(4)));
  assert.deepEqual(text(got), ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4']);
  assert.equal(await write((scope) => takePublicAddresses(scope, holders(3, 'j'))), undefined);
  const rows = await store.read(({ db }) =>
    db.selectFrom('public_addresses').select(['address', 'holder']).orderBy('address').execute(),
  );
  assert.deepEqual(
    rows.map(({ holder }) => holder),
    ['i0', 'i1', 'i2', 'i3'],
  );
  await write((scope) => returnPublicAddresses(scope, got?.slice(0, 2) ?? []));
  const again = await write((scope) => takePublicAddresses(scope, holders(4, 'k')));
  assert.deepEqual(text(again), ['203.0.113.5', '203.0.113.6', '203.0.113.1', '203.0.113.2']);
  await store.close();
});

test('giving back what nobody holds is an error', async () => {
  const { write, store } = await openNetworks();
  const got = (await write((scope) => takePublicAddresses(scope, holders(1)))) ?? [];
  await write((scope) => returnPublicAddresses(scope, got));
  await assert.rejects(
    write((scope) => returnPublicAddresses(scope, got)),
    /nobody held/,
  );
  await store.close();
});

test('another block is configured: what is held stays held, never given twice', async () => {
  const small = await openNetworks({ configuration: { publicCidr: '203.0.113.0/29' } });
  const { store } = small;
  const old = (await small.write((scope) => takePublicAddresses(scope, holders(3)))) ?? [];
  const moved = await openNetworks({ store, configuration: { publicCidr: '203.0.113.2/31' } });
  await assert.rejects(
    moved.write((scope) => takePublicAddresses(scope, holders(1, 'j'))),
    /publicCidr is 203.0.113.2\/31; give a block/,
  );
  const large = await openNetworks({ store, configuration: { publicCidr: '203.0.113.0/28' } });
  const got = (await large.write((scope) => takePublicAddresses(scope, holders(11, 'j')))) ?? [];
  assert.equal(new Set([...old, ...got]).size, 14);
  assert.equal(
    await large.write((scope) => takePublicAddresses(scope, holders(1, 'k'))),
    undefined,
  );
  await large.write((scope) => returnPublicAddresses(scope, old));
  const again = await large.write((scope) => takePublicAddresses(scope, holders(3, 'k')));
  assert.deepEqual(again, old);
  const away = await openNetworks({ store, configuration: { publicCidr: '198.51.100.0/29' } });
  const there = await away.write((scope) => takePublicAddresses(scope, holders(1, 'm')));
  assert.deepEqual(text(there), ['198.51.100.1']);
  await away.write((scope) => returnPublicAddresses(scope, old));
  await store.close();
});

test('64 launches at once get 192 different addresses', async () => {
  const { write, store } = await openNetworks();
  const all = await Promise.all(
    Array.from({ length: 64 }, (_, n) =>
      write((scope) => takePublicAddresses(scope, holders(3, `${n}-`))),
    ),
  );
  assert.equal(new Set(all.flat()).size, 192);
  await store.close();
});
