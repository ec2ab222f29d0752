import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { openWorld, plainLaunch } from '../instance/instance.test-support.ts';
import type { LaunchRequest } from '../instance/launch-request.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { keyPairQuota } from '../key-pair/quota.ts';
import { limitOf, listQuotas, type Quota, setQuota, unsetQuota } from './quota.ts';

const world = await openWorld({ configuration: { instancesPerZoneMax: 5 } });
after(() => world.store.close());

const account = '100000000001';
const name = 'instancesPerZoneMax';
const zone = 'guangzhou-3';

const set = (quota: Partial<Quota>) =>
  world.store.write((tx) => setQuota(tx, { account, name, value: 0, ...quota }));
const unset = (quota: Partial<Quota>) =>
  world.store.write((tx) => unsetQuota(tx, { account, name, ...quota }));
const limit = (place: string, chargeType: string) =>
  world.read((scope) => limitOf(scope, name, { place, chargeType }));
const launch = (count: number, changes: Partial<LaunchRequest> = {}) =>
  world.write((scope) => launchInstances(scope, plainLaunch({ count, ...changes })));
const spot = {
  chargeType: 'spot',
  spot: { strategy: 'as-price-go', priceLimit: null, durationHours: 0, interruption: 'terminate' },
} as const;

async function refusal(work: Promise<unknown>): Promise<Fault['detail']> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof Fault);
  assert.match(error.reason, /\.quotaExceeded$/);
  return error.detail;
}

test('the limit that says most of where and how it is paid holds', async () => {
  assert.equal(await limit(zone, 'spot'), 5, 'what is configured');
  await set({ value: 4 });
  assert.equal(await limit(zone, 'spot'), 4);
  await set({ value: 3, chargeType: 'spot' });
  assert.equal(await limit(zone, 'spot'), 3);
  assert.equal(await limit(zone, 'postpaid'), 4);
  await set({ value: 2, place: zone });
  assert.equal(await limit(zone, 'spot'), 2);
  assert.equal(await limit('guangzhou-4', 'spot'), 3);
  await set({ value: 1, place: zone, chargeType: 'spot' });
  assert.equal(await limit(zone, 'spot'), 1);
  assert.equal(await limit(zone, 'postpaid'), 2);
  const other = (scope: Parameters<typeof limitOf>[0]) => limitOf(scope, name, { place: zone });
  assert.equal(await world.read((scope) => other({ ...scope, account: '100000000002' })), 5);
  const listed = await world.store.read(listQuotas);
  assert.deepEqual(listed.at(-1), { account, name, place: zone, chargeType: 'spot', value: 1 });
  assert.equal(listed.length, 4);
  for (const { value: _value, ...quota } of listed) assert.equal(await unset(quota), true);
  assert.equal(await unset({}), false);
  assert.equal(await limit(zone, 'spot'), 5);
});

test('a quota holds at once: what fits is launched, and not one more', async () => {
  await set({ value: 2, place: zone });
  const detail = await refusal(launch(3));
  assert.deepEqual(detail, { zone, charge: 'postpaid', limit: 2, used: 0 });
  await launch(2);
  assert.equal((await refusal(launch(1)))['used'], 2);
  await set({ value: 3, place: zone });
  await launch(1);
  await refusal(launch(1));
  await set({ value: 0, place: zone });
  assert.equal((await refusal(launch(1)))['limit'], 0, 'lower than what there is');
  await unset({ place: zone });
  await launch(2);
  assert.equal((await refusal(launch(1)))['limit'], 5, 'what is configured holds again');
});

test('charge types are counted apart', async () => {
  await set({ value: 1, chargeType: 'spot' });
  assert.equal((await refusal(launch(2, spot)))['charge'], 'spot');
  await launch(1, spot);
  await refusal(launch(1, spot));
  await refusal(launch(1));
  await unset({ chargeType: 'spot' });
  await launch(4, spot);
  await refusal(launch(1, spot));
});

test('a quota of a region holds there', async () => {
  const pairs = { name: 'keyPairsPerRegionMax', place: 'guangzhou' } as const;
  const take = (region: string) => world.write((scope) => keyPairQuota.take(scope, region));
  await set({ ...pairs, value: 1 });
  await take('guangzhou');
  assert.deepEqual(await refusal(take('guangzhou')), { region: 'guangzhou', limit: 1 });
  await take('shanghai');
  await take('shanghai');
});
