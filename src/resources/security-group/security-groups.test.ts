import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { countMembers } from '../instance/usage.ts';
import { openNetworks, type TestNetworks } from '../networks.test-support.ts';
import { defaultVpc } from '../vpc/verbs/default-vpc.ts';
import type { SecurityGroupFilter } from './table.ts';
import { createGroup } from './verbs/create-group.ts';
import { defaultSecurityGroup } from './verbs/default-security-group.ts';
import { deleteGroup } from './verbs/delete-group.ts';
import { getSecurityGroup } from './verbs/get-security-group.ts';
import { listSecurityGroups } from './verbs/list-security-groups.ts';
import { requireKnownGroups } from './verbs/require-known-groups.ts';
import { requireSecurityGroups } from './verbs/require-security-groups.ts';

const region = 'guangzhou';
const because = (reason: string) => (error: unknown) =>
  error instanceof Fault && error.reason === reason;

let networks: TestNetworks;
before(async () => {
  networks = await openNetworks({ configuration: { securityGroupsPerRegionMax: 6 } });
});
after(() => networks.store.close());

const create = (name: string | null, more: Partial<Parameters<typeof createGroup>[1]> = {}) =>
  networks.write((scope) =>
    createGroup(scope, { region, vpc: null, name, details: {}, tags: [], ...more }),
  );
const remove = (group: string) => networks.write((scope) => deleteGroup(scope, { region, group }));

test('a group is there as it was given', async () => {
  const details = { description: 'doors', type: 'advanced', project: 7 } as const;
  const made = await create('web', { details });
  const request = { region, group: made.key };
  assert.deepEqual(await networks.write((scope) => getSecurityGroup(scope, request)), made);
  const other = await openNetworks({ account: 'account2', store: networks.store });
  const gone = because('security-group.notFound');
  await assert.rejects(
    other.write((scope) => getSecurityGroup(scope, request)),
    gone,
  );
  await assert.rejects(
    other.write((scope) => deleteGroup(scope, request)),
    gone,
  );
  const elsewhere = { ...request, region: 'shanghai' };
  await assert.rejects(
    networks.write((scope) => getSecurityGroup(scope, elsewhere)),
    gone,
  );
  await remove(made.key);
  await assert.rejects(remove(made.key), gone);
});

test('64 first launches make one default group, for every network, and it is kept', async () => {
  const keys = await Promise.all(
    Array.from({ length: 64 }, () =>
      networks.write((scope) => defaultSecurityGroup(scope, { region })),
    ),
  );
  const [group = ''] = keys;
  assert.equal(new Set(keys).size, 1);
  const made = await networks.write((scope) => getSecurityGroup(scope, { region, group }));
  assert.deepEqual([made.isDefault, made.vpc], [true, null]);
  await assert.rejects(remove(group), because('security-group.isDefault'));
});

test('a launch may use groups of its network and of none', async () => {
  const vpc = (await networks.write((scope) => defaultVpc(scope, region))).key;
  const [free, bound] = [await create('free'), await create('bound', { vpc })];
  const require = (keys: readonly string[], within?: string) =>
    networks.write((scope) => requireSecurityGroups(scope, keys, { region, vpc: within }));
  await require([]);
  await require([free.key, bound.key, free.key], vpc);
  await require([free.key, bound.key]);
  await require([free.key], 'another1');
  await assert.rejects(require([bound.key], 'another1'), because('security-group.notInVpc'));
  await assert.rejects(require([free.key, 'unknown1']), because('security-group.notFound'));
  await assert.rejects(create('lost', { vpc: 'unknown1' }), because('vpc.notFound'));
  for (const { key } of [free, bound]) await remove(key);
});

test('a group with members stays', async () => {
  const { key: group } = await create('used');
  const place = { account: '100000000001', region, number: 1, zone: 'guangzhou-3' };
  const link = { position: 0, security_group: group, instance: 'instance', ...place };
  await networks.write(({ db }) => db.insert('instance_security_groups', [link]));
  await assert.rejects(remove(group), because('security-group.inUse'));
  assert.equal((await networks.write(({ db }) => countMembers(db, [group]))).get(group), 1);
  await networks.write(({ db }) => db.db.deleteFrom('instance_security_groups').execute());
  await remove(group);
});

test('the quota holds for 64 at once, without the default group', async () => {
  const results = await Promise.allSettled(Array.from({ length: 64 }, () => create(null)));
  const made = results.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
  assert.equal(made.length, 6);
  for (const one of results) {
    if (one.status === 'rejected') assert.ok(because('security-group.quotaExceeded')(one.reason));
  }
  for (const { key } of made) await remove(key);
});

test('lists: every filter, both orders, page after page', async () => {
  const vpc = (await networks.write((scope) => defaultVpc(scope, region))).key;
  const one = await create('one', { details: { project: 1, type: 'advanced' } });
  const two = await create('two', { vpc, details: { project: 12, resourceGroup: 'rg-1' } });
  const three = await create('three', { tags: [{ name: 'k', value: 'v' }] });
  const page = { offset: 0, limit: 20 };
  const list = async (filter: SecurityGroupFilter, newestFirst = false) => {
    const request = { region, filter, page, newestFirst };
    const { items } = await networks.write((scope) => listSecurityGroups(scope, request));
    return items.map(({ name }) => name);
  };
  assert.deepEqual(await list({}), [null, 'one', 'two', 'three']);
  assert.deepEqual(await list({}, true), ['three', 'two', 'one', null]);
  assert.deepEqual(await list({ projects: [1] }), ['one']);
  assert.deepEqual(await list({ projects: [12, 0] }), [null, 'two', 'three']);
  assert.deepEqual(await list({ type: 'advanced' }), ['one']);
  assert.deepEqual(await list({ resourceGroups: ['rg-1'] }), ['two']);
  assert.deepEqual(await list({ vpcs: [vpc] }), ['two']);
  assert.deepEqual(await list({ vpcs: [null] }), [null, 'one', 'three']);
  assert.deepEqual(await list({ vpcs: [vpc, null] }), [null, 'one', 'two', 'three']);
  assert.deepEqual(await list({ nameContains: 'o' }), ['one', 'two']);
  assert.deepEqual(await list({ names: ['one', 'three'], keys: [three.key] }), ['three']);
  assert.deepEqual(await list({ tags: [{ names: ['k'] }] }), ['three']);
  const walk = async (newestFirst: boolean) => {
    const seen: Array<string | null> = [];
    let after: number | undefined;
    do {
      const request = { region, filter: {}, page: { after, limit: 3 }, newestFirst };
      const part = await networks.write((scope) => listSecurityGroups(scope, request));
      assert.equal(part.total, 4);
      seen.push(...part.items.map(({ name }) => name));
      after = part.next;
    } while (after !== undefined);
    return seen;
  };
  assert.deepEqual(await walk(false), [null, 'one', 'two', 'three']);
  assert.deepEqual(await walk(true), ['three', 'two', 'one', null]);
  const ask = (keys: readonly string[]) =>
    networks.write((scope) => requireKnownGroups(scope, keys, region));
  await ask([one.key, two.key]);
  await assert.rejects(ask([one.key, 'unknown1']), because('security-group.notFound'));
  for (const { key } of [one, two, three]) await remove(key);
});
