import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passTime, startTestEngine } from '#workflow/testing.ts';
import {
  lackedMessage as message,
  openWorld,
  plainLaunch,
  without,
  type World,
} from '../instance/instance.test-support.ts';
import { launchInstances } from '../instance/verbs/launch.ts';
import { launchWorkflow } from '../instance/workflows/launch.ts';
import { attachDisks } from './verbs/attach-disks.ts';
import { createDisks, type DiskCreation } from './verbs/create-disks.ts';
import { createWorkflowOf } from './workflows/create.ts';

/** What an engine of machines lacks is refused before anything is written. */

const reason = 'disk.notSupportedHere';

const plain: DiskCreation = {
  createdBy: 'tencent',
  region: 'guangzhou',
  zone: 'guangzhou-3',
  count: 1,
  category: 'CLOUD_PREMIUM',
  sizeGiB: 30,
  name: null,
  chargeType: 'postpaid',
  prepaid: null,
  doc: {},
};
const encrypted = { doc: { encrypted: true } } as const;

async function settle(world: World): Promise<void> {
  const { store, clock: cloud, services } = world;
  const workflows = [launchWorkflow, createWorkflowOf];
  const engine = startTestEngine({ store, cloud, services, workflows });
  await passTime({ engine, store, cloud }, 60_000);
  await engine.stop();
}

test('no disk is made open that is to be encrypted, alone or with an instance', async () => {
  const world = await openWorld();
  const made = (changes: Partial<DiskCreation>) =>
    world.write((scope) => createDisks(without('encryption', scope), { ...plain, ...changes }));
  await assert.rejects(made(encrypted), { reason, detail: { message } });
  await made({});
  const { systemDisk } = plainLaunch();
  const launched = (disk: object) =>
    world.write((scope) =>
      launchInstances(
        without('encryption', scope),
        plainLaunch({ systemDisk: { ...systemDisk, ...disk } }),
      ),
    );
  await assert.rejects(launched(encrypted), { reason, detail: { message } });
  await launched({});
  await world.store.close();
});

test('a disk is not attached on another host where disks do not move', async () => {
  const world = await openWorld();
  const instances = await world.write((scope) => launchInstances(scope, plainLaunch({ count: 2 })));
  const [disk = ''] = await world.write((scope) => createDisks(scope, plain));
  await settle(world);
  const places = await world.store.read(({ db }) =>
    db.selectFrom('instances').select(['key', 'host']).execute(),
  );
  const [{ host } = { host: null }] = places;
  const attached = (instance: string) =>
    world.write((scope) =>
      attachDisks(without('disk-move', scope), {
        region: 'guangzhou',
        keys: [disk],
        instance,
        dataDisksMax: 20,
      }),
    );
  await world.store.write(({ db }) =>
    db.updateTable('disks').set({ host: 'elsewhere' }).where('key', '=', disk).execute(),
  );
  const [instance = ''] = instances;
  await assert.rejects(attached(instance), { reason, detail: { message } });
  await world.store.write(({ db }) =>
    db.updateTable('disks').set({ host }).where('key', '=', disk).execute(),
  );
  const near = places.find((place) => place.host === host)?.key ?? '';
  await attached(near);
  await world.store.close();
});
