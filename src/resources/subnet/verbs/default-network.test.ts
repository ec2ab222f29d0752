import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { openNetworks } from '../../networks.test-support.ts';
import { findDefaultVpc } from '../../vpc/verbs/default-vpc.ts';
import { deleteVpc } from '../../vpc/verbs/delete-vpc.ts';
import { createSubnet } from './create-subnet.ts';
import { defaultNetwork } from './default-network.ts';
import { deleteSubnet } from './delete-subnet.ts';
import { getSubnet } from './get-subnet.ts';

const region = 'guangzhou';
const mask = { bitsMin: 16, bitsMax: 29 };
const plain = { mask, name: null, description: '', tags: [] };

test('64 first launches in four zones make one network and four subnets', async () => {
  const { write, store } = await openNetworks();
  const zones = ['guangzhou-3', 'guangzhou-1', 'guangzhou-7', 'guangzhou-4'];
  const places = await Promise.all(
    Array.from({ length: 64 }, (_, n) => {
      const zone = zones[n % 4] ?? '';
      return write((scope) => defaultNetwork(scope, { region, zone }));
    }),
  );
  assert.equal(new Set(places.map(({ vpc }) => vpc)).size, 1);
  const bySubnet = new Map(places.map(({ subnet, zone }) => [subnet, zone]));
  assert.deepEqual([...bySubnet.values()], zones);
  const cidrs = await Promise.all(
    [...bySubnet.keys()].map(async (subnet) => {
      const made = await write((scope) => getSubnet(scope, { subnet }));
      assert.ok(made.isDefault);
      return made.cidr;
    }),
  );
  assert.deepEqual(cidrs, ['172.16.0.0/20', '172.16.16.0/20', '172.16.32.0/20', '172.16.48.0/20']);
  const vpc = await write((scope) => findDefaultVpc(scope, region));
  assert.deepEqual([vpc?.cidr, vpc?.isDefault], ['172.16.0.0/12', true]);
  await store.close();
});

test('each account and each region has its own', async () => {
  const { write, store } = await openNetworks();
  const other = await openNetworks({ account: 'account2', store });
  const here = await write((scope) => defaultNetwork(scope, { region, zone: 'guangzhou-3' }));
  const there = await write((scope) =>
    defaultNetwork(scope, { region: 'shanghai', zone: 'shanghai-2' }),
  );
  const theirs = await other.write((scope) =>
    defaultNetwork(scope, { region, zone: 'guangzhou-3' }),
  );
  assert.equal(new Set([here.vpc, there.vpc, theirs.vpc]).size, 3);
  await store.close();
});

test('it takes no quota, finds its block among others, and comes again when deleted', async () => {
  const configuration = { vpcsPerRegionMax: 0, subnetsPerVpcMax: 1 };
  const { write, store } = await openNetworks({ configuration });
  const at = { region, zone: 'guangzhou-3' };
  const first = await write((scope) => defaultNetwork(scope, at));
  const { vpc } = first;
  const mine = await write((scope) =>
    createSubnet(scope, { ...plain, vpc, zone: at.zone, block: { cidr: '172.16.20.0/24' } }),
  );
  const second = await write((scope) => defaultNetwork(scope, { region, zone: 'guangzhou-4' }));
  const made = await write((scope) => getSubnet(scope, { subnet: second.subnet }));
  assert.equal(made.cidr, '172.16.32.0/20');
  for (const subnet of [first.subnet, second.subnet, mine.key]) {
    await write((scope) => deleteSubnet(scope, { subnet }));
  }
  await write((scope) => deleteVpc(scope, { vpc, region }));
  const again = await write((scope) => defaultNetwork(scope, at));
  assert.notEqual(again.vpc, vpc);
  await store.close();
});

test('a default network that is full refuses another zone', async () => {
  const configuration = { defaultVpcCidr: '10.0.0.0/28', defaultSubnetMask: 20 };
  const { write, store } = await openNetworks({ configuration });
  const { subnet } = await write((scope) => defaultNetwork(scope, { region, zone: 'guangzhou-3' }));
  assert.equal((await write((scope) => getSubnet(scope, { subnet }))).cidr, '10.0.0.0/28');
  await assert.rejects(
    write((scope) => defaultNetwork(scope, { region, zone: 'guangzhou-4' })),
    (error) => error instanceof Fault && error.reason === 'subnet.noRoom',
  );
  await store.close();
});

test('a block that no machine can have addresses of is refused', async () => {
  const configuration = { defaultVpcCidr: '10.0.0.0/16', defaultSubnetMask: 20 };
  const asked: unknown[] = [];
  const { write, store } = await openNetworks({
    configuration,
    networkRefusal: (block) => {
      asked.push(block);
      return block.zone === 'guangzhou-3' ? undefined : 'There is no network here.';
    },
  });
  await write((scope) => defaultNetwork(scope, { region, zone: 'guangzhou-3' }));
  assert.deepEqual(asked.at(-1), { cidr: '10.0.0.0/20', zone: 'guangzhou-3' });
  await assert.rejects(
    write((scope) => defaultNetwork(scope, { region, zone: 'guangzhou-4' })),
    (error) =>
      error instanceof Fault &&
      error.reason === 'subnet.notCarried' &&
      error.detail['why'] === 'There is no network here.',
  );
  await store.close();
});
