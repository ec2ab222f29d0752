import assert from 'node:assert/strict';
import type { WorkflowBench } from '#workflow/testing.ts';
import { passTime, startTestEngine, workflowCases } from '#workflow/testing.ts';
import { auditSettled } from '../../../../test/support/audit.ts';
import { attachedDisks } from '../../disk/growth.ts';
import { openWorld, plainLaunch } from '../instance.test-support.ts';
import type { World } from '../instance.test-support.ts';
import { requireInstances } from '../require.ts';
import { launchInstances } from '../verbs/launch.ts';
import { imageToInstall } from '../verbs/image-to-install.ts';
import { reinitDisk } from '../verbs/reinit-disk.ts';
import { reinstall } from '../verbs/reinstall.ts';
import { convertSystems } from '../verbs/convert-systems.ts';
import { enterRescue, leaveRescue } from '../verbs/rescue.ts';
import { diskToResize, resizeDisk } from '../verbs/resize-disk.ts';
import { launchWorkflow } from './launch.ts';
import { convertSystemWorkflow } from './convert-system.ts';
import { reinitDiskWorkflow } from './reinit-disk.ts';
import { reinstallWorkflow } from './reinstall.ts';
import { enterRescueWorkflow, leaveRescueWorkflow } from './rescue.ts';
import { resizeDiskWorkflow } from './resize-disk.ts';
import type { System } from '../../image/system.ts';
import type { InstanceServices } from './services.ts';

/** The works on a machine that touch its disks, failed, repeated and crashed at each step. */

const region = 'guangzhou';
const UBUNTU = '487zeit5';

async function launched(state: 'running' | 'stopped' | 'rescue' = 'running'): Promise<Launched> {
  const world = await openWorld();
  const data = { ...plainLaunch().systemDisk, category: 'CLOUD_PREMIUM', sizeGiB: 20 };
  const launch = plainLaunch({ dataDisks: [data] });
  const [instance = ''] = await world.write((scope) => launchInstances(scope, launch));
  const { store, clock: cloud, services } = world;
  const engine = startTestEngine({ store, cloud, services, workflows: [launchWorkflow] });
  await passTime({ engine, store, cloud }, 10_000);
  await engine.stop();
  if (state !== 'running') {
    const stopMode = state === 'stopped' ? 'keep-charging' : null;
    await store.write(({ db }) =>
      db.updateTable('instances').set({ state, stop_mode: stopMode }).execute(),
    );
  }
  return { world, instance };
}

interface Launched {
  readonly world: World;
  readonly instance: string;
}

/** What the instance and its disks are in the end. */
async function told({ world, instance: key }: Launched): Promise<readonly unknown[]> {
  return world.read(async (scope) => {
    const [instance] = await requireInstances(scope, [key], region);
    assert.ok(instance);
    const disks = await attachedDisks(scope, instance);
    return [
      instance.state,
      instance.fault,
      instance.image,
      ...disks.map(({ sizeGiB, state }) => `${sizeGiB} ${state}`),
    ];
  });
}

function bench(
  made: Launched,
  ends: {
    readonly succeeded: readonly unknown[];
    readonly undone: ReadonlyArray<readonly unknown[]>;
  },
): WorkflowBench<InstanceServices> {
  const { world } = made;
  /** Which of the ends it is follows from the step that it was given up at. */
  const expects = (expected: ReadonlyArray<readonly unknown[]>) => async () => {
    const found = JSON.stringify(await told(made));
    assert.ok(expected.map((end) => JSON.stringify(end)).includes(found), found);
    assert.deepEqual(await auditSettled(world.store), []);
  };
  return {
    store: world.store,
    cloud: world.clock,
    services: world.services,
    succeeded: expects([ends.succeeded]),
    undone: expects(ends.undone),
    close: () => world.store.close(),
  };
}

const DISKS = ['50 in-use', '20 in-use'] as const;
const before = [null, '9qabwvbn', ...DISKS] as const;

for (const newDisk of ['of another family', 'always'] as const) {
  workflowCases(reinstallWorkflow, async () => {
    const made = await launched();
    const { world, instance } = made;
    await world.write(async (scope) => {
      const named = { instance, region };
      const image = await imageToInstall(scope, { ...named, image: UBUNTU });
      await reinstall(scope, {
        ...named,
        image,
        sizeGiB: 60,
        login: { by: 'password', password: 'Qcloud@TestApi123++' },
        newDisk,
        running: 'stop-and-start',
      });
    });
    const disks = newDisk === 'always' ? ['20 in-use', '60 in-use'] : ['60 in-use', '20 in-use'];
    const installed = ['running', null, UBUNTU, ...disks];
    const undone = [
      ['running', ...before],
      ['stopped', 'reinstall-failed', '9qabwvbn', ...DISKS],
      installed,
    ];
    return bench(made, { succeeded: installed, undone });
  });
}

workflowCases(resizeDiskWorkflow, async () => {
  const made = await launched();
  const { world, instance } = made;
  await world.write(async (scope) => {
    const disk = await diskToResize(scope, { instance, region, disk: 'data' });
    const running = 'stop-and-start';
    await resizeDisk(scope, { instance, region, disk, sizeGiB: 40, running });
  });
  const grown = ['running', null, '9qabwvbn', '50 in-use', '40 in-use'];
  return bench(made, { succeeded: grown, undone: [['running', ...before], grown] });
});

workflowCases(reinitDiskWorkflow, async () => {
  const made = await launched('stopped');
  const { world, instance: key } = made;
  await world.write(async (scope) => {
    const [instance] = await requireInstances(scope, [key], region);
    assert.ok(instance);
    const disk = (await attachedDisks(scope, instance)).find(({ role }) => role === 'data');
    assert.ok(disk);
    await reinitDisk(scope, { instance, disk, start: true });
  });
  const started = ['running', ...before];
  return bench(made, { succeeded: started, undone: [['stopped', ...before], started] });
});

workflowCases(enterRescueWorkflow, async () => {
  const made = await launched();
  const { world, instance } = made;
  const entry = { instance, region, password: 'hello123456789', mode: 'soft' } as const;
  await world.write((scope) => enterRescue(scope, entry));
  const rescued = ['rescue', ...before];
  return bench(made, { succeeded: rescued, undone: [['running', ...before], rescued] });
});

workflowCases(leaveRescueWorkflow, async () => {
  const made = await launched('rescue');
  const { world, instance } = made;
  await world.write((scope) => leaveRescue(scope, { instance, region }));
  const left = ['stopped', ...before];
  return bench(made, { succeeded: left, undone: [['rescue', ...before], left] });
});

workflowCases(convertSystemWorkflow, async () => {
  const made = await launched();
  const { world, instance } = made;
  const becomes = (system: object) => ({ ...(system as System), osName: 'Another', base: null });
  await world.write((scope) => convertSystems(scope, { keys: [instance], region, becomes }));
  const running = ['running', ...before];
  return bench(made, { succeeded: running, undone: [running] });
});
