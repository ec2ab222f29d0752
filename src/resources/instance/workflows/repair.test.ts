import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { failHost } from '../fail-host.ts';
import { openWorld, plainLaunch } from '../instance.test-support.ts';
import type { World } from '../instance.test-support.ts';
import { requireInstances } from '../require.ts';
import { authoriseRepair } from '../verbs/authorise-repair.ts';
import { launchInstances } from '../verbs/launch.ts';
import { launchWorkflow } from './launch.ts';
import { repairDueWorkflow, repairWorkflow } from './repair.ts';

/** An instance whose host may fail, or has failed. */
async function troubled(subject: 'risk' | 'down') {
  const world = await openWorld();
  const { store, clock: cloud, services } = world;
  const [instance = ''] = await world.write((scope) => launchInstances(scope, plainLaunch()));
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 10_000);
  await engine.stop();
  const host = await hostOf(world, instance);
  await store.write((tx) => failHost(tx, { host, subject, now: cloud.now() }));
  const event = await store.read(({ db }) =>
    db.selectFrom('system_events').select('key').executeTakeFirstOrThrow(),
  );
  await world.write((scope) => authoriseRepair(scope, { event: event.key }));
  return { world, instance, host };
}

async function found(world: World, key: string) {
  const [instance] = await world.read((scope) => requireInstances(scope, [key], null));
  assert.ok(instance);
  return instance;
}

async function hostOf(world: World, key: string): Promise<string> {
  return (await found(world, key)).host ?? '';
}

for (const [title, subject, left] of [
  ['off a host that may fail', 'risk', 'running'],
  ['off a host that is down', 'down', 'stopped'],
] as const) {
  describe(title, () => {
    workflowCases(repairWorkflow, async () => {
      const { world, instance, host } = await troubled(subject);
      const { store, clock: cloud, services } = world;
      // What waits begins the work, which is what the cases are about.
      const engine = startTestEngine({ store, cloud, services, workflows: [repairDueWorkflow] });
      await engine.idle();
      await engine.stop();
      const ends = (states: readonly string[]) => async () => {
        const now = await found(world, instance);
        assert.ok(states.includes(now.state), now.state);
        if (states.length === 1) assert.notEqual(now.host, host);
        assert.deepEqual(await auditSettled(store), []);
      };
      return {
        store,
        cloud,
        services,
        succeeded: ends(['running']),
        undone: ends(['running', left]),
        close: () => store.close(),
      };
    });
  });
}
