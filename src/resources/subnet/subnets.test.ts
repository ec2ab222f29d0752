import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { freeCounts, returnAddresses, takeAddresses } from '../address/range.ts';
import { openNetworks, type TestNetworks } from '../networks.test-support.ts';
import { createVpc } from '../vpc/verbs/create-vpc.ts';
import { cidrOf } from './cidr-of-row.ts';
import type { SubnetFilter } from './table.ts';
import { subnetsOfVpcs } from './usage.ts';
import { createSubnet, type NewSubnetRequest } from './verbs/create-subnet.ts';
import { deleteSubnet } from './verbs/delete-subnet.ts';
import { getSubnet } from './verbs/get-subnet.ts';
import { listSubnets } from './verbs/list-subnets.ts';
import { requireSubnets } from './verbs/require-subnets.ts';
import { resolveSubnet } from './verbs/resolve-subnet.ts';

const region = 'guangzhou';
const zone = 'guangzhou-3';
const because = (reason: string) => (error: unknown) =>
  error instanceof Fault && error.reason === reason;

let networks: TestNetworks;
before(async () => {
  const configuration = { subnetsPerVpcMax: 5, vpcsPerRegionMax: 100 };
  networks = await openNetworks({ configuration });
});
after(() => networks.store.close());

async function vpcOf(cidr: string): Promise<string> {
  const mask = { bitsMin: 8, bitsMax: 28 };
  const rule = { allowed: [{ within: cidrOf('0.0.0.0/0'), mask }], excluded: [] };
  const request = { region, name: null, cidr, rule, details: {}, tags: [] };
  return (await networks.write((scope) => createVpc(scope, request))).key;
}

function create(vpc: string, cidr: string | number, more: Partial<NewSubnetRequest> = {}) {
  const block = typeof cidr === 'string' ? { cidr } : { bits: cidr };
  const mask = { bitsMin: 16, bitsMax: 29 };
  const plain = { vpc, zone, block, mask, name: null, description: '', tags: [] };
  return networks.write((scope) => createSubnet(scope, { ...plain, ...more }));
}

const remove = (subnet: string) => networks.write((scope) => deleteSubnet(scope, { subnet }));

test('a subnet has every address of its block but those either vendor reserves', async () => {
  const vpc = await vpcOf('10.0.0.0/16');
  const day = await create(vpc, '10.0.1.0/24', { name: 'day', description: 'light' });
  const tiny = await create(vpc, '10.0.2.0/29');
  const free = await networks.write(({ db }) => freeCounts(db, [day.key, tiny.key]));
  assert.deepEqual([free.get(day.key), free.get(tiny.key)], [251, 3]);
  const got = await networks.write(({ db }) => takeAddresses(db, tiny.key, 3));
  assert.deepEqual(got, [0x0a000202, 0x0a000203, 0x0a000204]);
  assert.equal(await networks.write(({ db }) => takeAddresses(db, tiny.key, 1)), undefined);
  assert.deepEqual(await networks.write((scope) => getSubnet(scope, { subnet: day.key })), day);
});

test('a block has to be one, with a fitting mask, in its network, clear of others', async () => {
  const vpc = await vpcOf('10.0.0.0/20');
  await create(vpc, '10.0.0.0/24');
  const cases: ReadonlyArray<readonly [string, string]> = [
    ['10.0.0/24', 'cidrMalformed'],
    ['10.0.1.1/24', 'cidrMalformed'],
    ['10.0.0.0/15', 'maskNotAllowed'],
    ['10.0.0.0/30', 'maskNotAllowed'],
    ['10.1.0.0/24', 'outsideVpc'],
    ['10.0.0.0/16', 'outsideVpc'],
    ['10.0.0.0/24', 'conflict'],
    ['10.0.0.128/25', 'conflict'],
    ['10.0.0.0/20', 'conflict'],
  ];
  for (const [cidr, name] of cases) {
    await assert.rejects(create(vpc, cidr), because(`subnet.${name}`), cidr);
  }
  await assert.rejects(
    create(vpc, '10.0.1.0/24', { zone: 'shanghai-2' }),
    because('subnet.zoneNotInRegion'),
  );
  await assert.rejects(
    create(vpc, '10.0.1.0/24', { zone: 'nowhere-1' }),
    because('subnet.zoneNotInRegion'),
  );
  await assert.rejects(create('unknown1', '10.0.1.0/24'), because('vpc.notFound'));
  const whole = await vpcOf('10.9.0.0/20');
  assert.equal((await create(whole, '10.9.0.0/20')).cidr, '10.9.0.0/20');
});

test('where a mask alone is given, the lowest block that is free is taken', async () => {
  const vpc = await vpcOf('10.0.0.0/24');
  await create(vpc, '10.0.0.0/26');
  assert.equal((await create(vpc, 25)).cidr, '10.0.0.128/25');
  assert.equal((await create(vpc, 26)).cidr, '10.0.0.64/26');
  await assert.rejects(create(vpc, 29), because('subnet.noRoom'));
});

test('64 at once: no two blocks overlap, and the quota holds', async () => {
  const vpc = await vpcOf('10.0.0.0/16');
  const results = await Promise.allSettled(
    Array.from({ length: 64 }, (_, n) => create(vpc, `10.0.${n % 2}.0/24`)),
  );
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 2);
  const more = await Promise.allSettled(Array.from({ length: 8 }, () => create(vpc, 24)));
  assert.equal(more.filter(({ status }) => status === 'fulfilled').length, 3);
  for (const one of more) {
    if (one.status === 'rejected') assert.ok(because('subnet.quotaExceeded')(one.reason));
  }
});

test('a subnet stays while an address of it is taken', async () => {
  const vpc = await vpcOf('10.0.0.0/16');
  const { key } = await create(vpc, '10.0.0.0/24');
  const taken = await networks.write(({ db }) => takeAddresses(db, key, 1));
  await assert.rejects(remove(key), because('subnet.inUse'));
  await networks.write(({ db }) => returnAddresses(db, key, taken ?? []));
  await remove(key);
  await assert.rejects(remove(key), because('subnet.notFound'));
  assert.equal(await networks.write(({ db }) => takeAddresses(db, key, 1)), undefined);
});

test('deleting and launching at once: one of the two', async () => {
  const vpc = await vpcOf('10.0.0.0/16');
  for (let round = 0; round < 8; round += 1) {
    const { key } = await create(vpc, '10.0.0.0/24');
    const [taken, gone] = await Promise.allSettled([
      networks.write(({ db }) => takeAddresses(db, key, 1)),
      remove(key),
    ]);
    const launched = taken.status === 'fulfilled' && taken.value !== undefined;
    assert.equal(launched, gone.status === 'rejected');
    if (!launched) continue;
    await networks.write(({ db }) => returnAddresses(db, key, taken.value ?? []));
    await remove(key);
  }
});

test('lists: by network, zone and what else is told of a subnet', async () => {
  const [vpc, other] = [await vpcOf('10.0.0.0/16'), await vpcOf('10.0.0.0/16')];
  const tags = [{ name: 'team', value: 'x' }];
  const one = await create(vpc, '10.0.0.0/24', { name: 'one', tags });
  const two = await create(vpc, '10.0.1.0/24', { name: 'two', zone: 'guangzhou-6' });
  const far = await create(other, '10.0.0.0/24', { name: 'far' });
  const vpcs = [vpc, other];
  const page = { offset: 0, limit: 20 };
  const list = async (filter: SubnetFilter, zones?: readonly string[]) => {
    const request = { region, zones, filter: { vpcs, ...filter }, page };
    const { items } = await networks.write((scope) => listSubnets(scope, request));
    return items.map(({ name }) => name);
  };
  assert.deepEqual(await list({}), ['one', 'two', 'far']);
  assert.deepEqual(await list({ vpcs: [vpc] }), ['one', 'two']);
  assert.deepEqual(await list({}, [zone]), ['one', 'far']);
  assert.deepEqual(await list({}, ['shanghai-2']), []);
  assert.deepEqual(await list({ cidrs: [two.cidr] }), ['two']);
  assert.deepEqual(await list({ nameParts: ['o'] }), ['one', 'two']);
  assert.deepEqual(await list({ names: ['far'], isDefault: false }), ['far']);
  assert.deepEqual(await list({ keys: [one.key, far.key] }), ['one', 'far']);
  assert.deepEqual(await list({ tags: [{ names: ['team'], values: ['x'] }] }), ['one']);
  const ask = (keys: readonly string[], by = networks) =>
    by.write((scope) => requireSubnets(scope, keys, region));
  await ask([one.key, two.key]);
  await assert.rejects(ask([one.key, 'unknown1']), because('subnet.notFound'));
  const first = { filter: { vpcs }, page: { after: undefined, limit: 2 } };
  const begun = await networks.write((scope) => listSubnets(scope, first));
  assert.deepEqual([begun.items.length, begun.total], [2, 3]);
  const rest = { filter: { vpcs }, page: { after: begun.next, limit: 2 } };
  const ended = await networks.write((scope) => listSubnets(scope, rest));
  assert.deepEqual(
    ended.items.map(({ name }) => name),
    ['far'],
  );
  assert.equal(ended.next, undefined);

  const { store } = networks;
  const blind = await openNetworks({ store, sees: (name) => name !== 'guangzhou-6' });
  const seen = await blind.write((scope) => listSubnets(scope, { filter: { vpcs }, page }));
  assert.deepEqual(
    seen.items.map(({ name }) => name),
    ['one', 'far'],
  );
  await assert.rejects(
    blind.write((scope) => getSubnet(scope, { subnet: two.key })),
    because('subnet.notFound'),
  );
  await assert.rejects(ask([two.key], blind), because('subnet.notFound'));
  const byVpc = await blind.write((scope) => subnetsOfVpcs(scope, vpcs));
  assert.deepEqual(byVpc.get(vpc), [one.key]);
});

test('a launch into a subnet: what is said of it has to be true', async () => {
  const [vpc, other] = [await vpcOf('10.0.0.0/16'), await vpcOf('10.0.0.0/16')];
  const { key: subnet } = await create(vpc, '10.0.0.0/24');
  const resolve = (more: object) =>
    networks.write((scope) => resolveSubnet(scope, { region, subnet, ...more }));
  assert.deepEqual(await resolve({ vpc, zone }), { vpc, subnet, zone });
  assert.deepEqual(await resolve({}), { vpc, subnet, zone });
  await assert.rejects(resolve({ vpc: other }), because('subnet.notInVpc'));
  await assert.rejects(resolve({ vpc: 'unknown1' }), because('vpc.notFound'));
  await assert.rejects(resolve({ subnet: 'unknown1' }), because('subnet.notFound'));
  await assert.rejects(resolve({ region: 'shanghai' }), because('subnet.notFound'));
  await assert.rejects(resolve({ zones: ['guangzhou-6'] }), because('subnet.notFound'));
  await assert.rejects(resolve({ zone: 'guangzhou-6' }), because('instance.zoneMismatch'));
});
