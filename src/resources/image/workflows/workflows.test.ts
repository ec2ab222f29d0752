import assert from 'node:assert/strict';
import type { Key } from '#kernel/key.ts';
import type { Workflow } from '#workflow/definition.ts';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import type { WorkflowBench } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { openWorld, plainLaunch } from '../../instance/instance.test-support.ts';
import type { World } from '../../instance/instance.test-support.ts';
import { launchInstances } from '../../instance/verbs/launch.ts';
import { launchWorkflow } from '../../instance/workflows/launch.ts';
import type { InstanceServices } from '../../instance/workflows/services.ts';
import { destroySnapshotsWorkflow } from '../../snapshot/workflows/destroy.ts';
import { makeWorkflow } from '../../snapshot/workflows/make.ts';
import { copyImage } from '../verbs/copy-image.ts';
import { createImage, type ImageOfInstance } from '../verbs/create-image.ts';
import { deleteImages } from '../verbs/delete-images.ts';
import { exportImages } from '../verbs/export-images.ts';
import { importImage } from '../verbs/import-image.ts';
import { copyImageWorkflow } from './copy-image.ts';
import { createImageWorkflow } from './create-image.ts';
import { destroyImageWorkflow } from './destroy-image.ts';
import { exportImageWorkflow } from './export-image.ts';
import { importImageWorkflow } from './import-image.ts';

/** Each workflow of an image, failed, repeated and crashed at each step. */

const region = 'guangzhou';
const others = [makeWorkflow, destroySnapshotsWorkflow] as const;

interface Ends {
  readonly images: readonly string[];
  readonly instances: readonly string[];
}

async function statesIn(world: World, table: 'own_images' | 'instances' | 'tasks') {
  const rows = await world.store.read(({ db }) =>
    db.selectFrom(table).select('state').orderBy('seq').execute(),
  );
  return rows.map(({ state }) => state);
}

function bench(
  world: World,
  ends: { readonly succeeded: Ends; readonly undone: Ends },
  besides: ReadonlyArray<Workflow<unknown, InstanceServices>> = others,
): WorkflowBench<InstanceServices> {
  const asserted = (expected: Ends) => async () => {
    assert.deepEqual(await statesIn(world, 'own_images'), expected.images);
    assert.deepEqual(await statesIn(world, 'instances'), expected.instances);
    assert.deepEqual(await auditSettled(world.store), []);
    const open = await world.store.read(({ db }) =>
      db.selectFrom('workflows').select('target').execute(),
    );
    assert.deepEqual(open, []);
  };
  return {
    store: world.store,
    cloud: world.clock,
    services: world.services,
    others: besides,
    succeeded: asserted(ends.succeeded),
    undone: asserted(ends.undone),
    close: () => world.store.close(),
  };
}

async function settle(
  world: World,
  workflows: ReadonlyArray<Workflow<unknown, InstanceServices>>,
): Promise<void> {
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, 10_000);
  await engine.stop();
}

async function launched(world: World): Promise<Key<'instance'>> {
  const [instance = ''] = await world.write((scope) => launchInstances(scope, plainLaunch()));
  await settle(world, [launchWorkflow]);
  return instance;
}

async function imageOf(
  world: World,
  running: ImageOfInstance['running'] = 'as-it-is',
): Promise<Key<'image'>> {
  const instance = await launched(world);
  const from = { instance, dataDisks: 'all', running } as const;
  return world.write((scope) => createImage(scope, { region, name: 'mine', from }));
}

async function finished(world: World): Promise<Key<'image'>> {
  const image = await imageOf(world);
  await settle(world, [createImageWorkflow, ...others]);
  assert.deepEqual(await statesIn(world, 'own_images'), ['available']);
  return image;
}

workflowCases(createImageWorkflow, async () => {
  const world = await openWorld();
  await imageOf(world);
  const instances = ['running'];
  return bench(world, {
    succeeded: { images: ['available'], instances },
    undone: { images: ['failed'], instances },
  });
});

workflowCases(createImageWorkflow, async () => {
  const world = await openWorld();
  await imageOf(world, 'stop');
  const { store } = world;
  const asserted = bench(world, {
    succeeded: { images: ['available'], instances: ['stopped'] },
    undone: { images: ['failed'], instances: ['stopped'] },
  });
  return {
    ...asserted,
    // One that fails before the machine is stopped leaves it as it ran.
    async undone() {
      assert.deepEqual(await statesIn(world, 'own_images'), ['failed']);
      assert.deepEqual(await auditSettled(store), []);
    },
  };
});

workflowCases(destroyImageWorkflow, async () => {
  const world = await openWorld();
  const image = await finished(world);
  const rules = { snapshots: 'delete', instances: 'keep', shares: 'refuse' } as const;
  await world.write((scope) => deleteImages(scope, { keys: [image], region, ...rules }));
  const gone = { images: [], instances: ['running'] };
  return bench(world, { succeeded: gone, undone: gone });
});

workflowCases(copyImageWorkflow, async () => {
  const world = await openWorld();
  const image = await finished(world);
  const destinations = ['shanghai'];
  const copying = { image, region, destinations, encrypted: false };
  await world.write((scope) => copyImage(scope, copying));
  const instances = ['running'];
  return bench(world, {
    succeeded: { images: ['available', 'available'], instances },
    undone: { images: ['available', 'failed'], instances },
  });
});

const imported = {
  region,
  name: 'brought',
  osFamily: 'linux',
  osName: 'Debian 9',
  platform: 'Debian',
  architecture: 'x86_64',
  loginUser: 'root',
  cloudInit: true,
  licence: 'vendor',
  bootMode: null,
  url: 'https://example.test/disk.qcow2',
  sizesGiB: [20],
} as const;

workflowCases(importImageWorkflow, async () => {
  const world = await openWorld();
  await world.write((scope) => importImage(scope, imported));
  const asserted = bench(world, {
    succeeded: { images: ['available'], instances: [] },
    undone: { images: ['import-failed'], instances: [] },
  });
  const withTask = (check: () => Promise<void>, state: string) => async () => {
    await check();
    assert.deepEqual(await statesIn(world, 'tasks'), [state]);
  };
  return {
    ...asserted,
    succeeded: withTask(asserted.succeeded, 'finished'),
    undone: withTask(asserted.undone, 'failed'),
  };
});

workflowCases(exportImageWorkflow, async () => {
  const world = await openWorld();
  const image = await finished(world);
  const images = [{ image, url: 'cos://bucket/image.raw' }];
  await world.write((scope) => exportImages(scope, { region, images, limit: 5 }));
  const asserted = bench(world, {
    succeeded: { images: ['available'], instances: ['running'] },
    undone: { images: ['available'], instances: ['running'] },
  });
  const withTask = (check: () => Promise<void>, state: string) => async () => {
    await check();
    assert.deepEqual(await statesIn(world, 'tasks'), [state]);
  };
  return {
    ...asserted,
    succeeded: withTask(asserted.succeeded, 'finished'),
    undone: withTask(asserted.undone, 'failed'),
  };
});
