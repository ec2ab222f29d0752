import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { openNetworks, type TestNetworks } from '../networks.test-support.ts';
import { cidrOf } from '../subnet/cidr-of-row.ts';
import { createGroup } from '../security-group/verbs/create-group.ts';
import { deleteGroup } from '../security-group/verbs/delete-group.ts';
import { createSubnet } from '../subnet/verbs/create-subnet.ts';
import { deleteSubnet } from '../subnet/verbs/delete-subnet.ts';
import { tagsOf } from '../tag/tags.ts';
import type { VpcCidrRule } from './cidr-rule.ts';
import type { VpcFilter } from './table.ts';
import { createVpc } from './verbs/create-vpc.ts';
import { defaultVpc } from './verbs/default-vpc.ts';
import { deleteVpc } from './verbs/delete-vpc.ts';
import { getVpc } from './verbs/get-vpc.ts';
import { listVpcs } from './verbs/list-vpcs.ts';
import { requireVpcs } from './verbs/require-vpcs.ts';
import type { Vpc } from './vpc.ts';

const region = 'guangzhou';
const rule: VpcCidrRule = {
  allowed: [{ within: cidrOf('10.0.0.0/8'), mask: { bitsMin: 12, bitsMax: 28 } }],
  excluded: [],
};
const plain = { region, cidr: '10.0.0.0/16', rule, details: {}, tags: [] };
const because = (reason: string) => (error: unknown) =>
  error instanceof Fault && error.reason === reason;

let networks: TestNetworks;
before(async () => {
  networks = await openNetworks({ configuration: { vpcsPerRegionMax: 8 } });
});
after(() => networks.store.close());

const create = (name: string | null, more: Partial<Parameters<typeof createVpc>[1]> = {}) =>
  networks.write((scope) => createVpc(scope, { ...plain, name, ...more }));
const list = (filter: VpcFilter, page = { offset: 0, limit: 20 }) =>
  networks.write((scope) => listVpcs(scope, { region, filter, page }));
const remove = (vpc: string) => networks.write((scope) => deleteVpc(scope, { vpc, region }));
const names = ({ items }: { readonly items: readonly Vpc[] }) => items.map(({ name }) => name);

test('a network is there at once, as it was given', async () => {
  const tags = [{ name: 'team', value: 'a' }];
  const details = { description: 'first', dnsServers: ['183.60.83.19'], multicast: true };
  const made = await create('one', { tags, details });
  const found = await networks.write((scope) => getVpc(scope, { vpc: made.key }));
  assert.deepEqual(found, made);
  assert.equal(found.details.description, 'first');
  assert.equal(found.details.domainName, '');
  const kept = await networks.write(({ db }) => tagsOf(db, 'vpc', [made.key]));
  assert.deepEqual(kept.get(made.key), tags);
  await remove(made.key);
  assert.equal((await networks.write(({ db }) => tagsOf(db, 'vpc', [made.key]))).size, 0);
});

test('nobody else has it: not another account, not who does not see its region', async () => {
  const { key: vpc } = await create('mine');
  const { store } = networks;
  const other = await openNetworks({ account: 'account2', store });
  const blind = await openNetworks({ store, sees: (zone) => !zone.startsWith(region) });
  const gone = because('vpc.notFound');
  await assert.rejects(
    other.write((scope) => getVpc(scope, { vpc, region })),
    gone,
  );
  await assert.rejects(
    other.write((scope) => deleteVpc(scope, { vpc, region })),
    gone,
  );
  await assert.rejects(
    blind.write((scope) => getVpc(scope, { vpc })),
    gone,
  );
  await assert.rejects(
    networks.write((scope) => getVpc(scope, { vpc, region: 'shanghai' })),
    gone,
  );
  await remove(vpc);
});

test('lists: the values of one filter widen, filters narrow, pages follow each other', async () => {
  const tags = [{ name: 'team', value: 'x' }];
  const one = await create('web 100%', { tags });
  const two = await create('web_1', { cidr: '10.2.0.0/16', details: { resourceGroup: 'rg-a' } });
  const three = await create('db', { tags: [{ name: 'team', value: 'y' }] });
  assert.deepEqual(names(await list({})), ['web 100%', 'web_1', 'db']);
  assert.deepEqual(names(await list({ nameParts: ['web'] })), ['web 100%', 'web_1']);
  assert.deepEqual(names(await list({ nameParts: ['%'] })), ['web 100%']);
  assert.deepEqual(names(await list({ nameParts: ['_', 'b'] })), ['web 100%', 'web_1', 'db']);
  assert.deepEqual(names(await list({ nameParts: ['WEB'] })), []);
  assert.deepEqual(names(await list({ names: ['db', 'web'] })), ['db']);
  assert.deepEqual(names(await list({ keys: [one.key, three.key], names: ['db'] })), ['db']);
  assert.deepEqual(names(await list({ keys: [] })), []);
  assert.deepEqual(names(await list({ nameParts: [] })), []);
  assert.deepEqual(names(await list({ cidrs: [two.cidr] })), ['web_1']);
  assert.deepEqual(names(await list({ resourceGroups: ['rg-a'] })), ['web_1']);
  assert.deepEqual(names(await list({ resourceGroups: ['rg-'] })), []);
  assert.deepEqual(names(await list({ isDefault: true })), []);
  assert.deepEqual(names(await list({ isDefault: false })), ['web 100%', 'web_1', 'db']);
  assert.deepEqual(names(await list({ tags: [{ names: ['team'] }] })), ['web 100%', 'db']);
  const ofX = { names: ['team'], values: ['x', 'z'] };
  assert.deepEqual(names(await list({ tags: [ofX] })), ['web 100%']);
  assert.deepEqual(names(await list({ tags: [ofX, { names: ['other'] }] })), []);
  const second = await list({ nameParts: ['b'] }, { offset: 1, limit: 1 });
  assert.deepEqual([names(second), second.total], [['web_1'], 3]);
  const beyond = await list({}, { offset: 9, limit: 1 });
  assert.deepEqual([names(beyond), beyond.total], [[], 3]);
  for (const { key } of [one, two, three]) await remove(key);
});

test('where every key counts, one unknown refuses all (D24)', async () => {
  const { key } = await create('known');
  const ask = (keys: readonly string[], where = region) =>
    networks.write((scope) => requireVpcs(scope, keys, where));
  await ask([]);
  await ask([key, key]);
  await assert.rejects(ask([key, 'unknown1']), because('vpc.notFound'));
  await assert.rejects(ask([key], 'shanghai'), because('vpc.notFound'));
  assert.equal((await list({ keys: [key, 'unknown1'] })).total, 1);
  await remove(key);
});

test('the quota holds for 64 at once, and what is deleted gives it back', async () => {
  const results = await Promise.allSettled(Array.from({ length: 64 }, () => create(null)));
  const made = results.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
  assert.equal(made.length, 8);
  for (const one of results) {
    if (one.status === 'rejected') assert.ok(because('vpc.quotaExceeded')(one.reason));
  }
  await networks.write((scope) => defaultVpc(scope, region));
  for (const { key } of made) await remove(key);
  const { key } = await create('again');
  await remove(key);
});

test('a network with something in it stays', async () => {
  const { key: vpc } = await create('full');
  const subnet = await networks.write((scope) =>
    createSubnet(scope, {
      vpc,
      zone: 'guangzhou-1',
      block: { cidr: '10.0.1.0/24' },
      mask: { bitsMin: 16, bitsMax: 29 },
      name: null,
      description: '',
      tags: [],
    }),
  );
  const group = await networks.write((scope) =>
    createGroup(scope, { region, vpc, name: null, details: {}, tags: [] }),
  );
  await assert.rejects(remove(vpc), because('vpc.hasSubnets'));
  await networks.write((scope) => deleteSubnet(scope, { subnet: subnet.key }));
  await assert.rejects(remove(vpc), because('vpc.hasSecurityGroups'));
  await networks.write((scope) => deleteGroup(scope, { region, group: group.key }));
  await remove(vpc);
  await assert.rejects(remove(vpc), because('vpc.notFound'));
});
