import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MachineReport, Sighting } from '#drivers/driver.ts';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import { Fault } from '#kernel/fault.ts';
import { audit } from '../../../test/support/audit.ts';
import { openWorld, plainLaunch, type World } from './instance.test-support.ts';
import { reconcileAll, reconcileInstances } from './reconcile.ts';
import { launchInstances } from './verbs/launch.ts';
import { startInstances, stopInstances } from './verbs/power.ts';
import { launchWorkflow } from './workflows/launch.ts';

/** Running instances, and a look at machines that a test says. */
async function opened(count: number) {
  const world = await openWorld();
  const { store, clock: cloud, services } = world;
  const keys = await world.write((scope) => launchInstances(scope, plainLaunch({ count })));
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 10_000);
  await engine.stop();
  const seen = new Map<string, MachineReport>(keys.map((key) => [key, { state: 'running' }]));
  const look = (): Promise<Sighting> => Promise.resolve(whole(seen));
  return { world, keys, seen, reconciling: { store, look, now: () => cloud.now() } };
}

const NOBODY: ReadonlySet<string> = new Set();

function whole(machines: ReadonlyMap<string, MachineReport>): Sighting {
  return { machines: new Map(machines), away: NOBODY, isWhole: true };
}

async function rowsOf({ store }: World) {
  return store.read(({ db }) =>
    db.selectFrom('instances').select(['key', 'state', 'fault', 'host']).orderBy('seq').execute(),
  );
}

const because = (reason: string) => (error: unknown) =>
  error instanceof Fault && error.reason === reason;

test('an instance is shown as its machine is: stopped, running, away, and back', async () => {
  const { world, keys, seen, reconciling } = await opened(1);
  const [key = ''] = keys;
  const shows = async (report: MachineReport) => {
    seen.set(key, report);
    await reconcileAll(reconciling);
    const [row] = await rowsOf(world);
    return [row?.state, row?.fault];
  };
  assert.deepEqual(await shows({ state: 'stopped' }), ['stopped', null]);
  assert.deepEqual(await shows({ state: 'running' }), ['running', null]);
  assert.deepEqual(await shows({ state: 'unreachable' }), ['stopped', 'unreachable']);
  assert.deepEqual(await shows({ state: 'unknown' }), ['stopped', 'unreachable']);
  assert.deepEqual(await shows({ state: 'running' }), ['running', null]);
  assert.deepEqual(await audit(world.store), []);
  await world.store.close();
});

test('it begins with the first instance, passes over none, and writes by key', async () => {
  const { world, keys, seen, reconciling } = await opened(8);
  const [first] = await world.store.read(({ db }) =>
    db.selectFrom('instances').select(['seq', 'key']).orderBy('seq').execute(),
  );
  assert.deepEqual(first, { seq: 1, key: keys[0] });
  for (const key of keys) seen.set(key, { state: 'stopped' });
  const { corrected } = await reconcileAll(reconciling);
  // Rows are written in the order of their keys, as everywhere: no two writers wait (D3).
  assert.deepEqual(corrected, keys.toSorted());
  await world.store.close();
});

test('where a host is away, nothing is said of what was not seen elsewhere', async () => {
  const { world, keys, seen, reconciling } = await opened(2);
  const [here = '', there = ''] = keys;
  const hosts = new Map((await rowsOf(world)).map(({ key, host }) => [key, host ?? '']));
  for (const key of keys) seen.set(key, { state: 'running', host: `${hosts.get(key)}` });
  const [, , elsewhere] = await world.store.read(({ db }) =>
    db.selectFrom('hosts').select('key').orderBy('key').execute(),
  );
  seen.set(there, { state: 'running', host: elsewhere?.key ?? '' });
  const looks = async (sighting: Omit<Sighting, 'away'>) => {
    const look = (): Promise<Sighting> =>
      Promise.resolve({ ...sighting, away: new Set([elsewhere?.key ?? '']) });
    const { unknown } = await reconcileAll({ ...reconciling, look });
    const rows = await rowsOf(world);
    return [unknown, ...rows.map(({ state, fault }) => fault ?? state)];
  };
  await reconcileAll(reconciling);
  const none = new Map<string, MachineReport>();
  assert.deepEqual(await looks({ machines: none, isWhole: false }), [
    undefined,
    'running',
    'unreachable',
  ]);
  // What a list says of a machine whose host does not answer is old.
  assert.deepEqual(await looks({ machines: seen, isWhole: true }), [[], 'running', 'unreachable']);
  seen.delete(here);
  assert.deepEqual(await looks({ machines: seen, isWhole: true }), [[], 'absent', 'unreachable']);
  assert.deepEqual(await audit(world.store), []);
  await world.store.close();
});

test('one whose machine was removed keeps what it holds, and cannot be started', async () => {
  const { world, keys, seen, reconciling } = await opened(2);
  const [key = ''] = keys;
  seen.delete(key);
  seen.set('another1', { state: 'running' });
  assert.deepEqual(await reconcileAll(reconciling), { corrected: [key], unknown: ['another1'] });
  assert.deepEqual(await reconcileAll(reconciling), { corrected: [], unknown: ['another1'] });
  await assert.rejects(
    world.write((scope) => startInstances(scope, { keys: [key], region: null })),
    because('instance.faulty'),
  );
  assert.deepEqual(await audit(world.store), []);
  await world.store.close();
});

test('an instance with an operation under way, or changed meanwhile, is left alone', async () => {
  const { world, keys, seen, reconciling } = await opened(2);
  const [busy = '', meanwhile = ''] = keys;
  const stop = (key: string) => {
    const request = { keys: [key], region: null, mode: 'soft', stopMode: 'keep-charging' } as const;
    return world.write((scope) => stopInstances(scope, request));
  };
  await stop(busy);
  for (const key of keys) seen.set(key, { state: 'stopped' });
  const look = async (): Promise<Sighting> => {
    await stop(meanwhile);
    return whole(seen);
  };
  assert.deepEqual(await reconcileInstances({ ...reconciling, look }, keys), []);
  const rows = await rowsOf(world);
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['stopping', 'stopping'],
  );
  await world.store.close();
});

test('what is booked moves with machines, wherever an engine moves them', async () => {
  const { world, keys, seen, reconciling } = await opened(4);
  const hosts = await world.store.read(({ db }) =>
    db.selectFrom('hosts').select('key').limit(3).execute(),
  );
  const names = [...hosts.map(({ key }) => key), 'a-host-of-nobody'];
  const moves = fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...names)));
  await fc.assert(
    fc.asyncProperty(moves, async (moved) => {
      for (const [key, host] of moved) seen.set(key, { state: 'running', host });
      await reconcileAll(reconciling);
      assert.deepEqual((await reconcileAll(reconciling)).corrected, []);
      assert.deepEqual(await audit(world.store), []);
      for (const { key, host } of await rowsOf(world)) {
        const at = seen.get(key)?.host;
        if (at !== undefined && at !== 'a-host-of-nobody') assert.equal(host, at);
      }
    }),
    { numRuns: 50 },
  );
  await world.store.close();
});
