import assert from 'node:assert/strict';
import type { Key } from '#kernel/key.ts';
import { passTime, startTestEngine, type WorkflowBench } from '#workflow/testing.ts';
import type { Workflow } from '#workflow/definition.ts';
import { auditSettled } from '../../../test/support/audit.ts';
import { openWorld, plainLaunch, type World } from '../instance/instance.test-support.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { launchWorkflow } from '../instance/workflows/launch.ts';
import type { InstanceServices } from '../instance/workflows/services.ts';
import { unlaunchWorkflow } from '../instance/workflows/unlaunch.ts';

/** A world with instances that run, and the keys of their system disks. */
export async function worldWithDisks(
  count = 1,
): Promise<{ readonly world: World; readonly disks: ReadonlyArray<Key<'disk'>> }> {
  const world = await openWorld();
  await world.write((scope) => launchInstances(scope, plainLaunch({ count })));
  await settleWith(world, [launchWorkflow, unlaunchWorkflow], 10_000);
  const rows = await world.store.read(({ db }) =>
    db.selectFrom('disks').select('key').orderBy('seq').execute(),
  );
  return { world, disks: rows.map(({ key }) => key) };
}

/** Lets time pass with an engine of its own, which knows these workflows. */
export async function settleWith(
  { store, clock: cloud, services }: World,
  workflows: ReadonlyArray<Workflow<unknown, InstanceServices>>,
  ms: number,
): Promise<void> {
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, ms);
  await engine.stop();
}

/** The states of all snapshots, oldest first. */
export async function snapshotStates({ store }: World): Promise<readonly string[]> {
  const rows = await store.read(({ db }) =>
    db.selectFrom('snapshots').select('state').orderBy('seq').execute(),
  );
  return rows.map(({ state }) => state);
}

export interface Ends {
  /** The states of all snapshots. */
  readonly succeeded: readonly string[];
  readonly undone: readonly string[];
  readonly others?: ReadonlyArray<Workflow<unknown, InstanceServices>>;
  /** What else holds however it ends. */
  check?(): Promise<void>;
}

/** The world of a workflow: the snapshots end in these states, and the books are right. */
export function snapshotBench(world: World, ends: Ends): WorkflowBench<InstanceServices> {
  const assertStates = (expected: readonly string[]) => async () => {
    assert.deepEqual(await snapshotStates(world), expected);
    assert.deepEqual(await auditSettled(world.store), []);
    await ends.check?.();
  };
  return {
    store: world.store,
    cloud: world.clock,
    services: world.services,
    others: ends.others ?? [],
    succeeded: assertStates(ends.succeeded),
    undone: assertStates(ends.undone),
    close: () => world.store.close(),
  };
}
