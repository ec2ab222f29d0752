import assert from 'node:assert/strict';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { startWorkflow } from '#workflow/start.ts';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import type { WorkflowBench } from '#workflow/testing.ts';
import type { Workflow } from '#workflow/definition.ts';
import { audit, auditSettled } from '../../../../test/support/audit.ts';
import { openWorld, plainLaunch } from '../instance.test-support.ts';
import type { World } from '../instance.test-support.ts';
import { expiryTarget } from '../timers.ts';
import { launchInstances } from '../verbs/launch.ts';
import { rebootInstances, startInstances, stopInstances } from '../verbs/power.ts';
import { changeGuests } from '../verbs/change-guests.ts';
import { terminateInstances } from '../verbs/terminate.ts';
import { changeGuestWorkflow } from './change-guest.ts';
import { expireWorkflow } from './expire.ts';
import { haltWorkflow } from './halt.ts';
import { isolateWorkflow } from './isolate.ts';
import { launchWorkflow } from './launch.ts';
import { rebootWorkflowOf, startWorkflowOf, stopWorkflowOf } from './power.ts';
import { releaseLaterWorkflow } from './release-later.ts';
import type { InstanceServices } from './services.ts';
import { terminateWorkflow } from './terminate.ts';
import { unlaunchWorkflow } from './unlaunch.ts';
import { watchSpotWorkflow } from './watch-spot.ts';

/** Each workflow of an instance, failed, repeated and crashed at each step. */

const HOUR_MS = 3_600_000;

type Bench = WorkflowBench<InstanceServices>;

async function states(world: World): Promise<readonly string[]> {
  const rows = await world.store.read(({ db }) =>
    db.selectFrom('instances').select('state').orderBy('seq').execute(),
  );
  return rows.map(({ state }) => state);
}

async function rest(world: World): Promise<void> {
  assert.deepEqual(await auditSettled(world.store), []);
  const open = await world.store.read(({ db }) =>
    db.selectFrom('workflows').select('target').execute(),
  );
  assert.deepEqual(
    open.filter(
      ({ target }) => !/^(instance|(disk-)?recycle|release|(disk-)?expiry):/.test(target),
    ),
    [],
  );
}

function bench(
  world: World,
  ends: { readonly succeeded: readonly string[]; readonly undone: readonly string[] },
  others: ReadonlyArray<Workflow<unknown, InstanceServices>> = [],
): Bench {
  const assertStates = (expected: readonly string[]) => async () => {
    assert.deepEqual(await states(world), expected);
    await rest(world);
  };
  return {
    store: world.store,
    cloud: world.clock,
    services: world.services,
    others,
    succeeded: assertStates(ends.succeeded),
    undone: assertStates(ends.undone),
    close: () => world.store.close(),
  };
}

/** Launches two and lets everything settle, so that another workflow can be started on them. */
async function launched(world: World): Promise<readonly string[]> {
  const keys = await world.write((scope) => launchInstances(scope, plainLaunch({ count: 2 })));
  const { store, clock: cloud, services } = world;
  const workflows = [launchWorkflow, unlaunchWorkflow, stopWorkflowOf];
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, 10_000);
  await engine.stop();
  assert.deepEqual(await states(world), ['running', 'running']);
  assert.deepEqual(await audit(store), []);
  return keys;
}

workflowCases(launchWorkflow, async () => {
  const world = await openWorld({ configuration: { launchFailedMs: 10 * 365 * 86_400_000 } });
  await world.write((scope) => launchInstances(scope, plainLaunch({ count: 3 })));
  const failed = ['launch-failed', 'launch-failed', 'launch-failed'];
  const ends = { succeeded: ['running', 'running', 'running'], undone: failed };
  return bench(world, ends, [unlaunchWorkflow]);
});

workflowCases(stopWorkflowOf, async () => {
  const world = await openWorld();
  const [first = ''] = await launched(world);
  const request = { keys: [first], region: null, mode: 'soft', stopMode: 'keep-charging' } as const;
  await world.write((scope) => stopInstances(scope, request));
  return bench(world, { succeeded: ['stopped', 'running'], undone: ['running', 'running'] });
});

workflowCases(startWorkflowOf, async () => {
  const world = await openWorld();
  const [first = ''] = await launched(world);
  await world.store.write(async ({ db }) => {
    await db.updateTable('instances').set({ state: 'stopped' }).where('key', '=', first).execute();
  });
  await world.write((scope) => startInstances(scope, { keys: [first], region: null }));
  return bench(world, { succeeded: ['running', 'running'], undone: ['stopped', 'running'] });
});

workflowCases(rebootWorkflowOf, async () => {
  const world = await openWorld();
  const keys = await launched(world);
  await world.write((scope) => rebootInstances(scope, { keys, region: null, mode: 'hard' }));
  return bench(world, { succeeded: ['running', 'running'], undone: ['running', 'running'] });
});

const guestChange = {
  region: null,
  operation: 'reset-password',
  wish: { hostName: 'changed' },
  password: 'Another-1',
  mode: 'soft-then-hard',
} as const;

for (const [running, state] of [
  ['stop-and-start', 'running'],
  ['reboot', 'running'],
  ['as-it-is', 'running'],
  ['refuse', 'stopped'],
] as const) {
  workflowCases(changeGuestWorkflow, async () => {
    const world = await openWorld();
    const [first = ''] = await launched(world);
    await world.store.write(async ({ db }) => {
      await db.updateTable('instances').set({ state }).where('key', '=', first).execute();
    });
    await world.write((scope) => changeGuests(scope, { ...guestChange, keys: [first], running }));
    const ends = [state, 'running'];
    return bench(world, { succeeded: ends, undone: ends });
  });
}

const release = { region: null, force: true, prepaid: 'recycle' } as const;

workflowCases(terminateWorkflow, async () => {
  const world = await openWorld();
  const [first = ''] = await launched(world);
  await world.write((scope) => terminateInstances(scope, { ...release, keys: [first] }));
  return bench(world, { succeeded: ['running'], undone: ['running'] });
});

/** A launch whose machines all fail leaves the work of taking them back. */
workflowCases(unlaunchWorkflow, async () => {
  const failureRates = { create: 1, start: 0, stop: 0, reboot: 0, configure: 0, destroy: 0 };
  const configuration = { launchFailedMs: 3_600_000 };
  const world = await openWorld({ simulation: { failureRates }, configuration });
  await world.write((scope) => launchInstances(scope, plainLaunch()));
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 2_000);
  await engine.stop();
  return bench(world, { succeeded: [], undone: [] });
});

/** One that is in the recycle bin for an hour, and is being halted. */
async function binned(): Promise<World> {
  const world = await openWorld({ configuration: { recycleBinMs: HOUR_MS } });
  const prepaid = { period: 1, unit: 'month', renewal: 'manual', renewalPeriod: 1 } as const;
  const launch = plainLaunch({ chargeType: 'prepaid', prepaid });
  const keys = await world.write((scope) => launchInstances(scope, launch));
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 2_000);
  await engine.stop();
  await world.write((scope) => terminateInstances(scope, { ...release, keys }));
  assert.deepEqual(await states(world), ['recycled']);
  return world;
}

workflowCases(releaseLaterWorkflow, async () => {
  const world = await binned();
  return bench(world, { succeeded: [], undone: [] }, [haltWorkflow, terminateWorkflow]);
});

workflowCases(haltWorkflow, async () => {
  const world = await binned();
  const others = [releaseLaterWorkflow, terminateWorkflow];
  return bench(world, { succeeded: [], undone: [] }, others);
});

/** One paid in advance, running, whose time is over in an hour instead of a month. */
async function expiringSoon(world: World, renewal: 'auto' | 'manual'): Promise<string> {
  const prepaid = { period: 1, unit: 'month', renewal, renewalPeriod: 1 } as const;
  const launch = plainLaunch({ chargeType: 'prepaid', prepaid });
  const [key = ''] = await world.write((scope) => launchInstances(scope, launch));
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 2_000);
  await engine.stop();
  await store.write(async (tx) => {
    const target = expiryTarget(key);
    assert.equal(await cancelWorkflows(tx, [target]), 1, 'the launch set the timer');
    const at = cloud.now() + HOUR_MS;
    await startWorkflow(tx, expireWorkflow, { target, input: { key, at }, now: cloud.now() });
  });
  return key;
}

const BID = { strategy: 'price-limit', durationHours: 0 } as const;

for (const [interruption, succeeded] of [
  ['terminate', []],
  ['stop', ['stopped']],
] as const) {
  workflowCases(watchSpotWorkflow, async () => {
    const world = await openWorld();
    const spot = { ...BID, priceLimit: '0.2', interruption };
    const launch = plainLaunch({ chargeType: 'spot', spot });
    await world.write((scope) => launchInstances(scope, launch));
    const { store, clock: cloud, services, simulator } = world;
    const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
    await passTime({ engine, store, cloud }, 500);
    await engine.stop();
    simulator.provoke({ effect: 'spot-price', percent: 100 });
    const ends = { succeeded, undone: succeeded };
    return bench(world, ends, [terminateWorkflow, stopWorkflowOf]);
  });
}

workflowCases(expireWorkflow, async () => {
  const world = await openWorld();
  await expiringSoon(world, 'manual');
  return bench(world, { succeeded: ['recycled'], undone: [] }, [isolateWorkflow]);
});

workflowCases(isolateWorkflow, async () => {
  const world = await openWorld();
  await expiringSoon(world, 'manual');
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [expireWorkflow] });
  await passTime({ engine, store, cloud }, HOUR_MS);
  await engine.stop();
  assert.deepEqual(await states(world), ['stopping']);
  return bench(world, { succeeded: ['recycled'], undone: [] });
});
