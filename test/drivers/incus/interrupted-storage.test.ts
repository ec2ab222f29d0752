import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Driver, DriverAnswer, MachineSpec } from '#drivers/driver.ts';
import type { AttachedVolume } from '#drivers/storage.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { dieAtEachCall, finish } from '../../support/die-at-each-call.ts';
import { readFromDisk, writeOnDisk } from '../../support/lxd-disk.ts';
import { openLxdDriver, specOf } from '../../support/lxd-driver.ts';
import { startLxd, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

const CALL = { beganAt: 0, now: 0 };

for (const when of ['before', 'after'] as const) {
  describe(`storage, dying ${when} the server has a call`, { skip: withoutLxd() }, () => {
    let server: LxdServer;
    let image: string;
    let number = 1;
    const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));
    before(async () => {
      server = await startLxd();
      const driver = await openLxdDriver(server);
      image = (await driver.images.import(writeBusyboxImage(directory), () => {})).name;
      await driver.close();
    });
    after(async () => {
      await server?.close();
      rmSync(directory, { recursive: true });
    });

    const newSpec = (): MachineSpec => {
      number = (number % 250) + 2;
      const spec = specOf({ prefix: server.prefix, image, number });
      const data = { key: `${spec.key}e`, role: 'data', category: 'ssd', sizeGiB: 1 } as const;
      return { ...spec, disks: [...spec.disks, data] };
    };
    const dataOf = ({ key, host, zone }: MachineSpec, generation: number): AttachedVolume => {
      return { key: `${key}e`, generation, host, zone, role: 'data', machine: key };
    };
    const named = ({ key, zone }: MachineSpec) => ({ key: `${key}s`, generation: 1, zone });
    const written = (machine: MachineSpec, text: string): Promise<void> =>
      writeOnDisk(server, { machine, disk: `${machine.key}e`, text });
    const read = (machine: MachineSpec): Promise<string> =>
      readFromDisk(server, { machine, disk: `${machine.key}e` });

    interface Interruption {
      readonly prepare?: (driver: Driver, spec: MachineSpec) => Promise<void>;
      readonly ask: (driver: Driver, spec: MachineSpec) => Promise<DriverAnswer>;
      readonly check: (driver: Driver, spec: MachineSpec) => Promise<void>;
    }

    const interrupt = ({ prepare, ask, check }: Interruption): Promise<void> =>
      dieAtEachCall({ server, when }, async (driver) => {
        const spec = newSpec();
        await finish(driver, (by) => by.create(spec, CALL));
        await written(spec, 'then');
        await prepare?.(driver, spec);
        return {
          ask: (by) => ask(by, spec),
          async check(by) {
            await check(by, spec);
            const removed = { ...spec, generation: 9, removedDisks: [`${spec.key}e`] };
            await finish(by, (each) => each.destroy(removed, CALL));
          },
        };
      });

    const left = async (): Promise<string> =>
      server.lxc('storage', 'volume', 'list', 'default', '--format=csv');

    test('a disk is detached and attached', async () => {
      await interrupt({
        ask: (driver, spec) => driver.volumes.detach(dataOf(spec, 2), CALL),
        async check(driver, spec) {
          await assert.rejects(read(spec));
          await finish(driver, (by) => by.volumes.attach(dataOf(spec, 3), CALL));
          assert.equal(await read(spec), 'then');
        },
      });
    });

    test('a disk goes back to its snapshot', async () => {
      await interrupt({
        async prepare(driver, spec) {
          const snapshot = named(spec);
          await finish(driver, (by) => by.snapshots.create(snapshot, dataOf(spec, 1), CALL));
          await written(spec, 'later');
          const stop = { ...spec, generation: 2 };
          await finish(driver, (by) => by.stop(stop, { mode: 'hard' }, CALL));
        },
        ask: (driver, spec) => driver.volumes.restore(dataOf(spec, 2), `${spec.key}s`, CALL),
        async check(driver, spec) {
          await finish(driver, (by) => by.start({ ...spec, generation: 3 }, CALL));
          assert.equal(await read(spec), 'then');
          assert.doesNotMatch(await left(), /unfinished/);
        },
      });
    });

    test('a snapshot of a disk is made', async () => {
      await interrupt({
        ask: (driver, spec) => driver.snapshots.create(named(spec), dataOf(spec, 1), CALL),
        async check(driver, spec) {
          await finish(driver, (by) => by.snapshots.destroy(named(spec), CALL));
          assert.doesNotMatch(await left(), new RegExp(`snapshot-${spec.key}`));
        },
      });
    });

    test('an image is made of a machine, one alone', async () => {
      await interrupt({
        ask: (driver, spec) =>
          driver.machineImages.publish(named(spec), { machine: spec.key }, CALL),
        async check(driver, spec) {
          await finish(driver, (by) => by.machineImages.destroy(named(spec), CALL));
          const images = await server.lxc('image', 'list', '--format=csv');
          assert.equal(images.trim().split('\n').length, 1, images);
        },
      });
    });

    test('a machine is made anew, with its disks', async () => {
      await interrupt({
        ask: (driver, spec) => driver.rebuild({ ...spec, generation: 2 }, CALL),
        async check(_driver, spec) {
          assert.equal(await read(spec), 'then');
        },
      });
    });
  });
}
