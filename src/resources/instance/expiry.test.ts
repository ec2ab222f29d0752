import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths } from '#kernel/calendar.ts';
import { Fault } from '#kernel/fault.ts';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { auditSettled } from '../../../test/support/audit.ts';
import { booksOf } from '../ledger/books.ts';
import { credit } from '../ledger/credit.ts';
import { openWorld, plainLaunch } from './instance.test-support.ts';
import type { World } from './instance.test-support.ts';
import { launchInstances } from './verbs/launch.ts';
import { renewInstances } from './verbs/renew.ts';
import { terminateInstances } from './verbs/terminate.ts';
import { expireWorkflow } from './workflows/expire.ts';
import { haltWorkflow } from './workflows/halt.ts';
import { isolateWorkflow } from './workflows/isolate.ts';
import { launchWorkflow } from './workflows/launch.ts';
import { releaseLaterWorkflow } from './workflows/release-later.ts';
import { terminateWorkflow } from './workflows/terminate.ts';
import { unlaunchWorkflow } from './workflows/unlaunch.ts';

const DAY_MS = 86_400_000;
const workflows = [
  expireWorkflow,
  haltWorkflow,
  isolateWorkflow,
  launchWorkflow,
  releaseLaterWorkflow,
  terminateWorkflow,
  unlaunchWorkflow,
];

async function prepaidWorld(
  renewal: 'auto' | 'manual',
  simulation: NonNullable<Parameters<typeof openWorld>[0]>['simulation'] = {},
) {
  const world = await openWorld({ simulation });
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows });
  const prepaid = { period: 1, unit: 'month', renewal, renewalPeriod: 1 } as const;
  const releaseAt = world.clock.now() + 1_000 * DAY_MS;
  const launch = plainLaunch({ chargeType: 'prepaid', prepaid, releaseAt });
  const [key = ''] = await world.write((scope) => launchInstances(scope, launch));
  const days = (count: number) => passTime({ engine, store, cloud }, count * DAY_MS);
  await days(1);
  const stop = async (): Promise<void> => {
    await engine.stop();
    await store.close();
  };
  const close = async (): Promise<void> => {
    assert.deepEqual(await auditSettled(store), []);
    await stop();
  };
  return { world, key, prepaid, days, close, stop };
}

async function shown(world: World) {
  const row = await world.store.read(({ db }) =>
    db.selectFrom('instances').select(['state', 'expires_at', 'isolated_by']).executeTakeFirst(),
  );
  if (row === undefined) return 'gone';
  const expires = new Date(row.expires_at ?? 0).toISOString().slice(0, 10);
  return { state: row.state, expires, isolatedBy: row.isolated_by };
}

test('what was paid for a month is stopped after it, kept a week, then released', async () => {
  const { world, days, close } = await prepaidWorld('manual');
  const expires = '2026-02-28';
  assert.deepEqual(await shown(world), { state: 'running', expires, isolatedBy: null });
  await days(28);
  assert.deepEqual(await shown(world), { state: 'recycled', expires, isolatedBy: 'expiry' });
  await days(7);
  assert.equal(await shown(world), 'gone');
  await close();
});

test('what renews itself goes on for month after month', async () => {
  const { world, days, close } = await prepaidWorld('auto');
  await days(28);
  const march = { state: 'running', expires: '2026-03-31', isolatedBy: null };
  assert.deepEqual(await shown(world), march);
  await days(31);
  assert.deepEqual(await shown(world), { ...march, expires: '2026-04-30' });
  await close();
});

/** What was paid, in the order in which it was. */
function payments(world: World) {
  return world.store.read(({ db }) =>
    db.selectFrom('orders').select(['kind', 'amount_micro_yuan as sum']).orderBy('seq').execute(),
  );
}

test('what renews itself pays for each month what it paid for the first', async () => {
  const { world, days, close } = await prepaidWorld('auto');
  await days(28 + 31);
  const paid = await payments(world);
  assert.deepEqual(
    paid.map(({ kind }) => kind),
    ['launch', 'renew', 'renew'],
  );
  assert.equal(new Set(paid.map(({ sum }) => sum)).size, 1);
  await close();
});

test('what renews itself ends where there is no money for another month', async () => {
  const { world, days, close } = await prepaidWorld('auto');
  const { balance } = await world.read(booksOf);
  await world.write((scope) => credit(scope, { microYuan: -balance, to: 'balance' }));
  await days(28);
  const expires = '2026-02-28';
  assert.deepEqual(await shown(world), { state: 'recycled', expires, isolatedBy: 'expiry' });
  assert.equal((await payments(world)).length, 1);
  await close();
});

test('a renewal moves the end, also out of the bin', async () => {
  const { world, key, prepaid, days, close } = await prepaidWorld('manual');
  const renew = { keys: [key], region: null, prepaid };
  await world.write((scope) => renewInstances(scope, renew));
  await days(28);
  assert.deepEqual(await shown(world), {
    state: 'running',
    expires: '2026-03-31',
    isolatedBy: null,
  });
  await days(31);
  const binned = { state: 'recycled', expires: '2026-03-31', isolatedBy: 'expiry' };
  assert.deepEqual(await shown(world), binned);
  await world.write((scope) => renewInstances(scope, renew));
  await days(20);
  const back = await shown(world);
  assert.deepEqual(back, { state: 'stopped', expires: '2026-05-01', isolatedBy: null });
  await close();
});

test('what is released before its end leaves no timer', async () => {
  const { world, key, days, close } = await prepaidWorld('manual');
  const release = {
    keys: [key],
    region: null,
    force: true,
    prepaid: 'recycle',
    prepaidDisks: 'all',
  } as const;
  await world.write((scope) => terminateInstances(scope, release));
  await world.write((scope) => terminateInstances(scope, release));
  await days(1);
  assert.equal(await shown(world), 'gone');
  const open = await world.store.read(({ db }) => db.selectFrom('workflows').selectAll().execute());
  assert.deepEqual(open, []);
  await close();
});

test('what failed to launch leaves no timer, and does not renew itself', async () => {
  const failureRates = { create: 1, start: 0, stop: 0, reboot: 0, configure: 0, destroy: 0 };
  const { world, days, close } = await prepaidWorld('auto', { failureRates });
  const open = () =>
    world.store.read(({ db }) => db.selectFrom('workflows').select('kind').execute());
  assert.deepEqual(await open(), [{ kind: 'instance.unlaunch' }]);
  await days(1);
  assert.equal(await shown(world), 'gone');
  assert.deepEqual(await open(), []);
  await close();
});

for (const state of ['recycled', 'terminating', 'launch-failed'] as const) {
  for (const renewal of ['auto', 'manual'] as const) {
    test(`an end that comes when it is ${state} changes nothing (${renewal})`, async () => {
      const { world, days, stop } = await prepaidWorld(renewal);
      const end = { state, expires: '2026-02-28', isolatedBy: null };
      // As where the end came while the workflow that put it there had not ended the timer yet.
      await world.store.write(({ db }) => db.updateTable('instances').set({ state }).execute());
      await days(27);
      assert.deepEqual(await shown(world), end);
      await days(2);
      assert.deepEqual(await shown(world), end);
      const left = world.store.read(({ db }) => db.selectFrom('workflows').selectAll().execute());
      assert.deepEqual(
        (await left).filter(({ kind }) => kind !== 'instance.release-later'),
        [],
      );
      await stop();
    });
  }
}

test('anniversaries are counted from the first day, and nothing ends after 2099', async () => {
  const first = Date.UTC(2026, 10, 30);
  const days = [1, 3, 4].map((months) => addMonths(first, months, 30));
  assert.deepEqual(
    days.map((at) => new Date(at).toISOString().slice(0, 10)),
    ['2026-12-30', '2027-02-28', '2027-03-30'],
  );
  const { world, key, close } = await prepaidWorld('manual');
  const renew = (period: number) => {
    const prepaid = { period, unit: 'month' } as const;
    return world.write((scope) => renewInstances(scope, { keys: [key], region: null, prepaid }));
  };
  // From the end of February 2026 to the end of December 2099.
  await assert.rejects(
    renew(12 * 73 + 11),
    (error) => error instanceof Fault && error.reason === 'launch.periodNotSold',
  );
  await renew(12 * 73 + 9);
  await assert.rejects(renew(3), Fault);
  await close();
});

test('a week that was paid for is kept by the months that follow it', async () => {
  const { world, key, days, close } = await prepaidWorld('auto');
  const renew = (period: number, unit: 'month' | 'week') =>
    world.write((scope) =>
      renewInstances(scope, {
        keys: [key],
        region: null,
        prepaid: { period, unit, renewal: 'auto', renewalPeriod: 1, renewalUnit: 'month' },
      }),
    );
  const running = { state: 'running', isolatedBy: null };
  // Paid for until 2026-02-28 at first.
  await renew(1, 'week');
  assert.deepEqual(await shown(world), { ...running, expires: '2026-03-07' });
  await renew(2, 'month');
  assert.deepEqual(await shown(world), { ...running, expires: '2026-05-07' });
  await days(98);
  assert.deepEqual(await shown(world), { ...running, expires: '2026-06-07' });
  await close();
});
