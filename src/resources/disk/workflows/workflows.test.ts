import assert from 'node:assert/strict';
import type { Key } from '#kernel/key.ts';
import type { Workflow } from '#workflow/definition.ts';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { openWorld, plainLaunch } from '../../instance/instance.test-support.ts';
import type { World } from '../../instance/instance.test-support.ts';
import { launchInstances } from '../../instance/verbs/launch.ts';
import { stopInstances } from '../../instance/verbs/power.ts';
import { launchWorkflow } from '../../instance/workflows/launch.ts';
import { stopWorkflowOf } from '../../instance/workflows/power.ts';
import type { InstanceServices } from '../../instance/workflows/services.ts';
import { attachDisks } from '../verbs/attach-disks.ts';
import { createDisks, type DiskCreation } from '../verbs/create-disks.ts';
import { deleteDisks } from '../verbs/delete-disks.ts';
import { detachDisks } from '../verbs/detach-disks.ts';
import { resizeDisks } from '../verbs/resize-disks.ts';
import { restoreDisks } from '../verbs/restore-disks.ts';
import { attachWorkflowOf } from './attach.ts';
import { createWorkflowOf } from './create.ts';
import { deleteWorkflowOf } from './delete.ts';
import { detachWorkflowOf } from './detach.ts';
import { expireDiskWorkflow } from './expire.ts';
import { isolateDiskWorkflow } from './isolate.ts';
import { releaseDiskWorkflow } from './release-later.ts';
import { resizeWorkflowOf } from './resize.ts';
import { restoreWorkflowOf } from './restore.ts';

/** Each workflow of a disk, failed, repeated and crashed at each step. */

type AnyWorkflow = Workflow<unknown, InstanceServices>;

const PLACE = { region: 'guangzhou', dataDisksMax: 20 } as const;

function plainDisks(changes: Partial<DiskCreation> = {}): DiskCreation {
  return {
    createdBy: 'tencent',
    region: 'guangzhou',
    zone: 'guangzhou-3',
    count: 2,
    category: 'CLOUD_PREMIUM',
    sizeGiB: 30,
    name: null,
    chargeType: 'postpaid',
    prepaid: null,
    tags: [{ name: 'city', value: 'shenzhen' }],
    doc: {},
    ...changes,
  };
}

const EVERY: readonly AnyWorkflow[] = [
  launchWorkflow,
  stopWorkflowOf,
  createWorkflowOf,
  attachWorkflowOf,
  detachWorkflowOf,
  deleteWorkflowOf,
];

/** Lets everything settle, so that another workflow can be started. */
async function settle(world: World, workflows = EVERY): Promise<void> {
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, 60_000);
  await engine.stop();
}

/** Each disk that did not come with an instance: its state, and whether it is attached. */
async function shown(world: World): Promise<readonly string[]> {
  const rows = await world.store.read(({ db }) =>
    db
      .selectFrom('disks')
      .select(['state', 'instance', 'size_gib'])
      .where('charge_type', 'is not', null)
      .orderBy('seq')
      .execute(),
  );
  return rows.map(({ state, instance, size_gib: gib }) => {
    return `${state}${instance === null ? '' : ' attached'} ${gib}`;
  });
}

function cases(
  workflow: Workflow<never, InstanceServices>,
  ends: { readonly succeeded: readonly string[]; readonly undone: readonly string[] },
  open: (world: World) => Promise<readonly AnyWorkflow[] | void>,
): void {
  workflowCases(workflow, async () => {
    const world = await openWorld();
    const others = (await open(world)) ?? [];
    const assertShown = (expected: readonly string[]) => async () => {
      assert.deepEqual(await shown(world), expected);
      assert.deepEqual(await auditSettled(world.store), []);
    };
    return {
      store: world.store,
      cloud: world.clock,
      services: world.services,
      others,
      succeeded: assertShown(ends.succeeded),
      undone: assertShown(ends.undone),
      close: () => world.store.close(),
    };
  });
}

type Keys = ReadonlyArray<Key<'disk'>>;

/** Two disks, and an instance that they are not attached to. */
async function apart(world: World): Promise<{ readonly keys: Keys; readonly instance: string }> {
  const [instance = ''] = await world.write((scope) => launchInstances(scope, plainLaunch()));
  const keys = await world.write((scope) => createDisks(scope, plainDisks()));
  await settle(world);
  return { keys, instance };
}

/** The same, attached. */
async function together(world: World): Promise<{ readonly keys: Keys; readonly instance: string }> {
  const made = await apart(world);
  await world.write((scope) => attachDisks(scope, { ...PLACE, ...made }));
  await settle(world);
  return made;
}

const free = ['available 30', 'available 30'];
const attached = ['in-use attached 30', 'in-use attached 30'];

cases(createWorkflowOf, { succeeded: free, undone: [] }, async (world) => {
  await world.write((scope) => createDisks(scope, plainDisks()));
  return [deleteWorkflowOf];
});

cases(createWorkflowOf, { succeeded: attached, undone: [] }, async (world) => {
  const [instance = ''] = await world.write((scope) => launchInstances(scope, plainLaunch()));
  await settle(world);
  const attachTo = { instance, dataDisksMax: 20 };
  await world.write((scope) => createDisks(scope, plainDisks({ attachTo })));
  return [attachWorkflowOf, deleteWorkflowOf];
});

cases(attachWorkflowOf, { succeeded: attached, undone: free }, async (world) => {
  const made = await apart(world);
  await world.write((scope) => attachDisks(scope, { ...PLACE, ...made }));
});

cases(detachWorkflowOf, { succeeded: free, undone: attached }, async (world) => {
  const { keys, instance } = await together(world);
  const request = { region: PLACE.region, keys, instance };
  await world.write((scope) => detachDisks(scope, request));
});

const grown = ['in-use attached 40', 'in-use attached 40'];
cases(resizeWorkflowOf, { succeeded: grown, undone: attached }, async (world) => {
  const { keys } = await together(world);
  await world.write((scope) => resizeDisks(scope, { region: PLACE.region, keys, sizeGiB: 40 }));
});

cases(restoreWorkflowOf, { succeeded: attached, undone: attached }, async (world) => {
  const { keys, instance } = await together(world);
  const stop = { keys: [instance], region: null, mode: 'hard', stopMode: 'keep-charging' } as const;
  await world.write((scope) => stopInstances(scope, stop));
  await settle(world);
  await world.write((scope) => restoreDisks(scope, { region: PLACE.region, keys }));
});

cases(deleteWorkflowOf, { succeeded: ['available 30'], undone: [] }, async (world) => {
  const { keys } = await apart(world);
  const request = { region: null, keys: keys.slice(0, 1), prepaid: 'recycle' } as const;
  await world.write((scope) => deleteDisks(scope, request));
});

const month = { period: 1, unit: 'month', renewal: 'manual', renewalPeriod: 1 } as const;
const byMonth = { chargeType: 'prepaid', prepaid: month, count: 1 } as const;
const DAY_MS = 86_400_000;

/** One that is paid for a month, of which a day is left. */
async function aDayLeft(world: World, attachTo?: DiskCreation['attachTo']): Promise<Keys> {
  const wish = plainDisks({ ...byMonth, attachTo });
  const keys = await world.write((scope) => createDisks(scope, wish));
  await settle(world);
  world.clock.advance(27 * DAY_MS + DAY_MS / 2);
  return keys;
}

cases(expireDiskWorkflow, { succeeded: ['recycled 30'], undone: [] }, async (world) => {
  await aDayLeft(world);
});

cases(isolateDiskWorkflow, { succeeded: ['recycled 30'], undone: [] }, async (world) => {
  const [instance = ''] = await world.write((scope) => launchInstances(scope, plainLaunch()));
  await settle(world);
  await aDayLeft(world, { instance, dataDisksMax: 20 });
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [expireDiskWorkflow] });
  await passTime({ engine, store, cloud }, DAY_MS);
  await engine.stop();
  assert.deepEqual(await shown(world), ['detaching attached 30']);
});

cases(releaseDiskWorkflow, { succeeded: [], undone: [] }, async (world) => {
  const keys = await world.write((scope) => createDisks(scope, plainDisks(byMonth)));
  await settle(world);
  const request = { region: null, keys, prepaid: 'recycle' } as const;
  await world.write((scope) => deleteDisks(scope, request));
  const { recycleBinMs } = world.services.configuration;
  world.clock.advance(recycleBinMs - DAY_MS / 2);
  return [deleteWorkflowOf];
});
