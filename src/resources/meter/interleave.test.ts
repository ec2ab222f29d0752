import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#kernel/fault.ts';
import { type Random, seededRandom } from '#kernel/random.ts';
import { changeType } from '../instance/verbs/change-type.ts';
import { changeBandwidth } from '../instance/verbs/change-bandwidth.ts';
import { changeChargeType } from '../instance/verbs/change-charge-type.ts';
import { buyRenewal } from '../instance/verbs/buy-renewal.ts';
import { plainLaunch } from '../instance/instance.test-support.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { startInstances, stopInstances } from '../instance/verbs/power.ts';
import { terminateInstances } from '../instance/verbs/terminate.ts';
import type { Scope } from '../scope.ts';
import { HOUR_MS, openSettled } from './settle.test-support.ts';

/** How many drawn lives of an account: more by hand. */
const RUNS = Number(process.env['YUNTAI_TEST_RUNS'] ?? 40);
const STEPS = 14;
const MONTH = { period: 1, unit: 'month', renewal: 'manual', renewalPeriod: 1 } as const;

type Settled = Awaited<ReturnType<typeof openSettled>>;

/** What somebody may do with an instance; the cloud refuses some of it. */
const acts: ReadonlyArray<(scope: Scope, key: string, random: Random) => Promise<unknown>> = [
  (scope, key, random) =>
    stopInstances(scope, {
      keys: [key],
      region: null,
      mode: 'hard',
      stopMode: random.integer(2) === 0 ? 'stop-charging' : 'keep-charging',
    }),
  (scope, key) => startInstances(scope, { keys: [key], region: null }),
  (scope, key, random) =>
    changeType(scope, {
      instance: key,
      region: null,
      type: ['S5.SMALL1', 'S5.LARGE8', 'S5.MEDIUM4'][random.integer(3)] ?? '',
      family: 'any',
      running: 'stop-and-start',
    }),
  (scope, key, random) =>
    changeBandwidth(scope, { keys: [key], region: null, outMbps: random.integer(20) }),
  (scope, key, random) =>
    changeChargeType(scope, {
      keys: [key],
      region: null,
      prepaid: random.integer(2) === 0 ? MONTH : null,
      zones: 'any',
      dataDisks: 'elastic follow',
    }),
  (scope, key) => buyRenewal(scope, { keys: [key], region: null, prepaid: MONTH }),
  (scope, key) =>
    terminateInstances(scope, { keys: [key], region: null, force: true, prepaid: 'release' }),
];

function launchOf(random: Random) {
  const count = 1 + random.integer(3);
  const chargeType = (['traffic', 'bandwidth-hourly'] as const)[random.integer(2)] ?? 'traffic';
  const outMbps = random.integer(10);
  const internet = { chargeType, outMbps, inMbps: outMbps, package: null };
  const isPrepaid = random.integer(4) === 0;
  const paid = isPrepaid ? ({ chargeType: 'prepaid', prepaid: MONTH } as const) : {};
  return plainLaunch({ count, countMin: count, internet, ...paid });
}

/** Time, in one of the ways in which it goes by: also with a process that dies meanwhile. */
async function timeGoesBy(settled: Settled, random: Random): Promise<void> {
  const ms = random.integer(30 * HOUR_MS);
  const way = random.integer(4);
  if (way === 0) return settled.pass(random.integer(20_000));
  if (way === 1) return settled.pass(ms);
  if (way === 2) return settled.jump(ms);
  return settled.die(ms, random.integer(12));
}

async function live(random: Random): Promise<Settled> {
  const settled = await openSettled();
  const { world } = settled;
  const keys: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const at = random.integer(acts.length + 2);
    const key = keys[random.integer(keys.length + 1)];
    const act = acts[at];
    try {
      if (act === undefined || key === undefined) {
        const request = launchOf(random);
        keys.push(...(await world.write((scope) => launchInstances(scope, request))));
      } else await world.write((scope) => act(scope, key, random));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
    await timeGoesBy(settled, random);
  }
  await settled.pass(2 * HOUR_MS);
  return settled;
}

/** A disk costs without a break for as long as it is paid by the hour and is not prepaid. */
async function gapsOf(settled: Settled): Promise<readonly string[]> {
  const now = settled.world.clock.now();
  const last = now - (now % HOUR_MS);
  const { meters, orders } = await settled.world.store.read(async ({ db }) => ({
    meters: await db.selectFrom('meters').selectAll().where('ends_at', 'is', null).execute(),
    orders: await db.selectFrom('orders').selectAll().where('kind', '!=', 'launch').execute(),
  }));
  const behind = meters.filter(({ settled_at: at }) => at < last);
  const problems = behind.map(({ resource, line }) => `${resource} ${line} is behind.`);
  if (orders.length > 0) return problems;
  const disks = (await settled.hours()).filter(({ line }) => line === 'disk');
  for (const [disk, its] of Map.groupBy(disks, ({ resource }) => resource)) {
    for (const [at, { from }] of its.entries()) {
      const before = its[at - 1];
      if (before !== undefined && before.until !== from) problems.push(`${disk}: gap at ${from}.`);
    }
  }
  return problems;
}

test('whatever is done, killed and waited for: every hour is charged once', async () => {
  let charged = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const settled = await live(seededRandom(`hours ${run}`));
    assert.deepEqual(await gapsOf(settled), [], `run ${run}`);
    charged += (await settled.hours()).length;
    await settled.end();
  }
  assert.ok(charged > RUNS * 10, `${charged} entries`);
});
