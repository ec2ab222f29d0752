import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPglite } from '#store/pglite.test-support.ts';
import { openPostgres } from '#store/postgres.ts';
import { openSqlite } from '#store/sqlite.ts';
import type { Store } from '#store/store.ts';
import { linksOf } from './links.ts';

const account = '100000000001';

const place = { region: 'guangzhou', number: 1, zone: 'guangzhou-3' };
const owned = { account, ...place };

function tag(resource: string, name: string, resource_kind = 'instance') {
  return { account, resource_kind, resource, name, value: `of ${name}`, ...place };
}

async function fill(store: Store): Promise<void> {
  await store.write(async (tx) => {
    await tx.insert('tags', [tag('web', 'b'), tag('web', 'a'), tag('web', 'c', 'vpc')]);
    await tx.insert('instance_security_groups', [
      { security_group: 'aaaa', instance: 'web', position: 1, ...owned },
      { security_group: 'bbbb', instance: 'web', position: 0, ...owned },
      { security_group: 'bbbb', instance: 'db', position: 0, ...owned },
    ]);
    await tx.insert('key_pairs', [
      {
        key: 'pair',
        account,
        region: 'guangzhou',
        name: 'mine',
        description: null,
        project: 0,
        resource_group: '',
        public_key: 'ssh-rsa AAAA',
        fingerprint: 'f',
        origin: 'made',
        created_at: 0,
      },
    ]);
    await tx.insert('interface_addresses', [
      { address: 7, ...held('web'), position: 2, quality: null },
      { address: 8, ...held('web'), position: 1, quality: null },
      // Kept for it until it has moved.
      { address: 9, ...held('web'), position: 0, quality: null },
    ]);
    await tx.insert('interface_ipv6_addresses', [
      { address: '2001:db8::2', ...held('web'), position: 1, created_at: 0 },
      { address: '2001:db8::3', ...held('web'), position: 0, created_at: 0 },
    ]);
    await tx.insert('instance_key_pairs', [
      { instance: 'db', position: 0, key_pair: 'pair', ...owned },
    ]);
  });
}

const noNetworks = { otherAddresses: [], ipv6Addresses: [], otherInterfaces: [] };
const held = (key: string) => ({ network_interface: key, subnet: 'subnet', note: null });

async function check(store: Store): Promise<void> {
  await fill(store);
  const links = await store.read((reader) => linksOf(reader, ['web', 'db', 'alone']));
  assert.deepEqual(links('web'), {
    tags: [
      { name: 'a', value: 'of a' },
      { name: 'b', value: 'of b' },
    ],
    securityGroups: ['bbbb', 'aaaa'],
    keyPairs: [],
    otherAddresses: [8, 7],
    ipv6Addresses: ['2001:db8::3', '2001:db8::2'],
    otherInterfaces: [],
  });
  assert.deepEqual(links('db'), {
    tags: [],
    securityGroups: ['bbbb'],
    keyPairs: [{ key: 'pair', name: 'mine' }],
    ...noNetworks,
  });
  const none = { tags: [], securityGroups: [], keyPairs: [], ...noNetworks };
  assert.deepEqual(links('alone'), none);
  const ofNone = await store.read((reader) => linksOf(reader, []));
  assert.deepEqual(ofNone('web'), none);
}

test('on SQLite: each instance has its own links, in their order', async () => {
  const store = await openSqlite({ directory: ':memory:' });
  await check(store);
  await store.close();
});

test('on PostgreSQL: each instance has its own links, in their order', async () => {
  const pglite = await startPglite();
  const store = await openPostgres({ pool: await pglite.emptied() });
  await check(store);
  await store.close();
  await pglite.close();
});
