import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPglite } from '#store/pglite.test-support.ts';
import { openPostgres } from '#store/postgres.ts';
import { freeCounts, returnAddresses, takeAddress, takeAddresses } from './address/range.ts';
import { ordinaryAddresses } from './elastic-address/ordinary.ts';
import { openNetworks } from './networks.test-support.ts';
import { defaultSecurityGroup } from './security-group/verbs/default-security-group.ts';
import { deleteGroup } from './security-group/verbs/delete-group.ts';
import { createGroup } from './security-group/verbs/create-group.ts';
import { listSecurityGroups } from './security-group/verbs/list-security-groups.ts';
import { defaultNetwork } from './subnet/verbs/default-network.ts';
import { deleteSubnet } from './subnet/verbs/delete-subnet.ts';
import { listSubnets } from './subnet/verbs/list-subnets.ts';
import { deleteVpc } from './vpc/verbs/delete-vpc.ts';
import { listVpcs } from './vpc/verbs/list-vpcs.ts';

const region = 'guangzhou';
const page = { offset: 0, limit: 10 };
const tags = [{ names: ['k'], values: ['v'] }];

test('on PostgreSQL: defaults, addresses, lists and deleting', async () => {
  const pglite = await startPglite();
  const pool = await pglite.emptied();
  const { write, store } = await openNetworks({ store: await openPostgres({ pool }) });
  const at = { region, zone: 'guangzhou-3' };
  const places = await Promise.all(
    Array.from({ length: 8 }, () => write((scope) => defaultNetwork(scope, at))),
  );
  const { vpc, subnet } = places[0] ?? { vpc: '', subnet: '' };
  assert.equal(new Set(places.map((place) => place.subnet)).size, 1);
  const taken = await write(async ({ db }) => {
    assert.equal(await takeAddress(db, subnet, 0xac100003), true);
    const run = (await takeAddresses(db, subnet, 3)) ?? [];
    await returnAddresses(db, subnet, run.slice(0, 1));
    return [0xac100003, ...run.slice(1)];
  });
  assert.deepEqual(taken, [0xac100003, 0xac100004, 0xac100005]);
  const free = await write(({ db }) => freeCounts(db, [subnet]));
  assert.equal(free.get(subnet), 4091 - 3);
  const open = await write((scope) => ordinaryAddresses(scope, { region, keys: ['i1'] }));
  assert.deepEqual(open, [0x64400001]);

  const group = await write((scope) => defaultSecurityGroup(scope, { region }));
  const details = { project: 3, resourceGroup: 'rg-%' };
  const tagged = { region, vpc, name: 'a_b', details, tags: [{ name: 'k', value: 'v' }] };
  const own = await write((scope) => createGroup(scope, tagged));
  const filter = { vpcs: [vpc, null], projects: [0, 3] };
  const groups = await write((scope) =>
    listSecurityGroups(scope, { region, filter, page, newestFirst: true }),
  );
  assert.deepEqual(
    groups.items.map(({ key }) => key),
    [own.key, group],
  );
  const narrow = { tags, resourceGroups: ['rg-%'], projects: [3], names: ['a_b'] };
  const after = { after: undefined, limit: 5 };
  const found = await write((scope) =>
    listSecurityGroups(scope, { region, filter: narrow, page: after, newestFirst: false }),
  );
  assert.deepEqual([found.total, found.items[0]?.key], [1, own.key]);
  const subnets = await write((scope) => listSubnets(scope, { filter: { vpcs: [vpc] }, page }));
  assert.deepEqual([subnets.total, subnets.items[0]?.key], [1, subnet]);
  const none = { nameParts: ['x'], tags, isDefault: true, keys: [vpc] };
  assert.equal((await write((scope) => listVpcs(scope, { region, filter: none, page }))).total, 0);

  await write(({ db }) => returnAddresses(db, subnet, taken));
  await write((scope) => deleteSubnet(scope, { subnet }));
  await write((scope) => deleteGroup(scope, { region, group: own.key }));
  await write((scope) => deleteVpc(scope, { vpc }));
  await store.close();
  await pglite.close();
});
