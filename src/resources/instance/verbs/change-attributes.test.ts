import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { workflows } from '#server/workflows.ts';
import { createGroup } from '../../security-group/verbs/create-group.ts';
import { linksOf } from '../links.ts';
import { blobsOf } from '../../blob/blobs.ts';
import { instanceOf } from '../instance-row.ts';
import type { Instance } from '../instance.ts';
import type { LaunchRequest } from '../launch-request.ts';
import { openWorld, plainLaunch } from '../instance.test-support.ts';
import { ownInstancesByKeys } from '../table.ts';
import { changeAttributes } from './change-attributes.ts';
import type { Attributes, AttributesRequest } from './change-attributes.ts';
import { changeGuests } from './change-guests.ts';
import { changeReleaseTime } from './change-release-time.ts';
import { changeRenewal } from './change-renewal.ts';
import { launchInstances } from './launch.ts';
import { rebootInstances, startInstances, stopInstances } from './power.ts';
import { renewInstances } from './renew.ts';
import { terminateInstances } from './terminate.ts';

const SETTLED_MS = 10_000;
const HOUR_MS = 3_600_000;
const MONTH = { period: 1, unit: 'month', renewal: 'manual', renewalPeriod: 1 } as const;

async function start(launch: Partial<LaunchRequest> = {}) {
  const world = await openWorld();
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows });
  const pass = (ms: number) => passTime({ engine, store, cloud }, ms);
  const request = plainLaunch({ count: 2, ...launch });
  const keys = await world.write((scope) => launchInstances(scope, request));
  const [key = ''] = keys;
  await pass(SETTLED_MS);
  const find = async (one = key): Promise<Instance | undefined> => {
    const request = { keys: [one], account: '100000000001' };
    const row = await store.read((reader) => reader.first(ownInstancesByKeys, request));
    return row === undefined ? undefined : instanceOf(row);
  };
  return {
    ...world,
    keys,
    key,
    which: { keys: [key], region: null },
    pass,
    find,
    async shown(one = key): Promise<Instance> {
      const found = await find(one);
      assert.ok(found);
      return found;
    },
    change: (change: Attributes, more: Partial<AttributesRequest> = {}) =>
      world.write((scope) => {
        const request = { keys, region: null, operation: 'change-attributes', change } as const;
        return changeAttributes(scope, { ...request, ...more });
      }),
    async end() {
      assert.deepEqual(await auditSettled(store), []);
      await engine.stop();
      await store.close();
    },
  };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Fault) return error.reason;
    throw error;
  }
  return 'done';
}

describe('attributes of instances', () => {
  test('what is named is changed, all else stays, and the operation is told', async () => {
    const cloud = await start({ description: 'before', own: { a: 1, b: 2 } });
    await cloud.change({ name: 'db', protected: true, userData: 'IyEvYmluL3NoCg==' });
    await cloud.change({ own: { b: 3, c: 4 } });
    for (const key of cloud.keys) {
      const found = await cloud.shown(key);
      const { name, description, operation, operationState, state } = found;
      assert.deepEqual([name, description, found.protected], ['db', 'before', true]);
      const kept = await cloud.write(({ db }) => blobsOf(db, 'user-data', [key]));
      assert.equal(kept.get(key), 'IyEvYmluL3NoCg==');
      assert.deepEqual(found.own, { a: 1, b: 3, c: 4 });
      assert.deepEqual([operation, operationState], ['change-attributes', 'success']);
      assert.equal(state, 'running');
    }
    await cloud.end();
  });

  test('one that was protected can be released when it is not any more', async () => {
    const cloud = await start({ protected: true });
    const release = { ...cloud.which, force: true, prepaid: 'recycle' } as const;
    const released = () => refusal(cloud.write((scope) => terminateInstances(scope, release)));
    assert.equal(await released(), 'instance.protected');
    await cloud.change({ protected: false });
    assert.equal(await released(), 'done');
    await cloud.pass(SETTLED_MS);
    await cloud.end();
  });

  test('groups are replaced as a whole: up to five, of its network or of none', async () => {
    const cloud = await start();
    const group = (name: string) =>
      cloud.write(async (scope) => {
        const request = { region: 'guangzhou', vpc: null, name, details: {}, tags: [] };
        const made = await createGroup(scope, request);
        return made.key;
      });
    const groups = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(group));
    const five = groups.slice(0, 5);
    const groupsNow = () =>
      cloud.write(async (scope) => {
        const links = await linksOf(scope.db, [cloud.key]);
        return links(cloud.key).securityGroups;
      });
    assert.equal(await refusal(cloud.change({ securityGroups: groups })), 'instance.tooManyGroups');
    await cloud.change({ securityGroups: five });
    assert.deepEqual(await groupsNow(), five);
    const swapped = [five[2] ?? '', groups[5] ?? ''];
    await cloud.change({ securityGroups: swapped });
    assert.deepEqual(await groupsNow(), swapped);
    const twice = cloud.change({ securityGroups: [...swapped, ...swapped] });
    assert.equal(await refusal(twice), 'launch.groupTwice');
    const unknown = cloud.change({ securityGroups: ['00000000'] });
    assert.equal(await refusal(unknown), 'security-group.notFound');
    await cloud.end();
  });

  test('one that is going to be released cannot be protected where a vendor says so', async () => {
    const cloud = await start();
    const at = cloud.clock.now() + HOUR_MS;
    const { key } = cloud;
    await cloud.write((scope) => changeReleaseTime(scope, { key, region: null, at }));
    const protect = (timerForbidsProtection: boolean) =>
      refusal(cloud.change({ protected: true }, { timerForbidsProtection }));
    assert.equal(await protect(true), 'instance.releaseScheduled');
    assert.equal(await protect(false), 'done');
    await cloud.end();
  });

  test('while something is under way it is refused, and what is between says so', async () => {
    const cloud = await start({ count: 1 });
    const { which } = cloud;
    const change = { running: 'as-it-is', mode: 'soft', operation: 'reset-password' } as const;
    await cloud.write((scope) =>
      changeGuests(scope, { ...which, ...change, wish: { hostName: 'new' } }),
    );
    assert.equal(await refusal(cloud.change({ name: 'x' })), 'instance.inProgress');
    await cloud.pass(SETTLED_MS);
    const stop = { ...which, mode: 'hard', stopMode: 'keep-charging' } as const;
    await cloud.write((scope) => stopInstances(scope, stop));
    const refused = async (work: (typeof verbs)[number]) => refusal(cloud.write(work));
    const release = { ...which, force: true, prepaid: 'recycle' } as const;
    const verbs = [
      (scope: Parameters<typeof startInstances>[0]) => terminateInstances(scope, release),
      (scope: Parameters<typeof startInstances>[0]) => startInstances(scope, which),
      (scope: Parameters<typeof startInstances>[0]) =>
        rebootInstances(scope, { ...which, mode: 'hard' }),
    ];
    const said = await Promise.all(verbs.map(refused));
    assert.deepEqual(said, ['instance.inProgress', 'instance.wrongState', 'instance.wrongState']);
    assert.equal(await refusal(cloud.change({ name: 'x' })), 'instance.inProgress');
    await cloud.pass(SETTLED_MS);
    assert.equal(await refused(verbs[0] ?? (() => Promise.resolve())), 'done');
    await cloud.pass(SETTLED_MS);
    await cloud.end();
  });
});

test('one paid in advance is neither binned nor renewed while its guest is changed', async () => {
  const cloud = await start({ chargeType: 'prepaid', prepaid: MONTH, count: 1 });
  const { which } = cloud;
  const change = { running: 'as-it-is', mode: 'soft', operation: 'reset-password' } as const;
  await cloud.write((scope) =>
    changeGuests(scope, { ...which, ...change, wish: { hostName: 'new' } }),
  );
  const release = { ...which, force: true, prepaid: 'recycle' } as const;
  const bin = () => refusal(cloud.write((scope) => terminateInstances(scope, release)));
  const renew = () =>
    refusal(cloud.write((scope) => renewInstances(scope, { ...which, prepaid: MONTH })));
  assert.deepEqual([await bin(), await renew()], ['instance.inProgress', 'instance.inProgress']);
  await cloud.pass(SETTLED_MS);
  assert.deepEqual([await renew(), await bin()], ['done', 'done']);
  await cloud.pass(SETTLED_MS);
  await cloud.end();
});

describe('what becomes of instances by themselves', () => {
  test('renewal is for those paid in advance, and is what happens then', async () => {
    const hourly = await start();
    const auto = { renewal: 'auto', every: { period: 2, unit: 'month' } } as const;
    const paid = hourly.write((scope) => changeRenewal(scope, { ...hourly.which, ...auto }));
    assert.equal(await refusal(paid), 'instance.notPrepaid');
    await hourly.end();
    const cloud = await start({ chargeType: 'prepaid', prepaid: MONTH });
    const before = (await cloud.shown()).expiresAt ?? 0;
    await cloud.write((scope) => changeRenewal(scope, { ...cloud.which, ...auto }));
    await cloud.pass(before - cloud.clock.now() + 1);
    const { expiresAt, state } = await cloud.shown();
    assert.equal(state, 'running');
    assert.ok((expiresAt ?? 0) > before + 58 * 24 * HOUR_MS);
    await cloud.pass(SETTLED_MS);
    assert.equal((await cloud.shown(cloud.keys[1])).state, 'recycled');
    await cloud.end();
  });

  test('a release time is set, moved and taken away', async () => {
    const cloud = await start({ count: 3 });
    const [moved = '', kept = '', released = ''] = cloud.keys;
    const now = cloud.clock.now();
    const set = (key: string, at: number | null) =>
      cloud.write((scope) => changeReleaseTime(scope, { key, region: null, at }));
    for (const key of cloud.keys) await set(key, now + HOUR_MS);
    await set(moved, now + 3 * HOUR_MS);
    await set(kept, null);
    await cloud.pass(2 * HOUR_MS);
    assert.equal(await cloud.find(released), undefined);
    assert.equal((await cloud.shown(moved)).releaseAt, now + 3 * HOUR_MS);
    await cloud.pass(2 * HOUR_MS);
    assert.equal(await cloud.find(moved), undefined);
    assert.equal((await cloud.shown(kept)).releaseAt, null);
    await cloud.end();
  });

  test('a timer puts one paid in advance into the bin, from where it can be renewed', async () => {
    const releaseAt = Date.UTC(2026, 1, 1);
    const cloud = await start({ chargeType: 'prepaid', prepaid: MONTH, releaseAt, count: 1 });
    const { key, which } = cloud;
    const set = cloud.write((scope) => changeReleaseTime(scope, { key, region: null, at: 1 }));
    assert.equal(await refusal(set), 'instance.paidInAdvance');
    await cloud.pass(48 * HOUR_MS);
    const binned = await cloud.shown();
    assert.deepEqual([binned.state, binned.releaseAt], ['recycled', null]);
    await cloud.write((scope) => renewInstances(scope, { ...which, prepaid: MONTH }));
    await cloud.pass(48 * HOUR_MS);
    assert.equal((await cloud.shown()).state, 'stopped');
    await cloud.end();
  });
});
