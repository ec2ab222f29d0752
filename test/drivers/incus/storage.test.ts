import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { DriverAnswer, DriverCall, DriverImages, MachineSpec } from '#drivers/driver.ts';
import type { IncusDriver } from '#drivers/incus/incus.ts';
import type { AttachedVolume } from '#drivers/storage.ts';
import { writeBusyboxImage } from '../../support/busybox-image.ts';
import { readFromDisk, writeOnDisk } from '../../support/lxd-disk.ts';
import { openLxdDriver, specOf } from '../../support/lxd-driver.ts';
import { startLxd, withoutLxd, type LxdServer } from '../../support/lxd-server.ts';

const POOL = '/1.0/storage-pools/default/volumes/custom';

describe('disks and images of a real server', { skip: withoutLxd() }, () => {
  let server: LxdServer;
  let driver: IncusDriver & { readonly images: DriverImages };
  let image: string;
  let made = 1;
  const directory = mkdtempSync(join(tmpdir(), 'yt-image-'));
  before(async () => {
    server = await startLxd();
    driver = await openLxdDriver(server);
    image = (await driver.images.import(writeBusyboxImage(directory), () => {})).name;
  });
  after(async () => {
    await driver?.close();
    await server?.close();
    rmSync(directory, { recursive: true });
  });

  async function done(ask: (call: DriverCall) => Promise<DriverAnswer>): Promise<void> {
    const beganAt = Date.now();
    for (;;) {
      const answer = await ask({ beganAt, now: Date.now() });
      if (answer.state !== 'pending') return assert.deepEqual(answer, { state: 'done' });
      await delay(answer.pollAfterMs);
    }
  }

  async function make(change: Partial<MachineSpec> = {}): Promise<MachineSpec> {
    const spec = { ...specOf({ prefix: server.prefix, image, number: (made += 1) }), ...change };
    await done((call) => driver.create(spec, call));
    return spec;
  }

  const diskOf = (machine: MachineSpec, key: string, generation: number): AttachedVolume => ({
    key,
    generation,
    host: machine.host,
    zone: machine.zone,
    role: 'data',
    machine: machine.key,
  });

  const query = (...args: string[]): Promise<string> => server.lxc('query', '--wait', ...args);

  test('a volume that this cloud has not made is not attached, filled or removed', async () => {
    const machine = await make();
    const foreign = { 'user.yuntai.cloud': 'another', 'user.yuntai.disk': 'theirs' };
    const bodies = [{ name: 'yt-plain' }, { name: 'yt-theirs', config: foreign }];
    for (const body of bodies) await query('-X', 'POST', '-d', JSON.stringify(body), POOL);
    const call = { beganAt: 0, now: 0 };
    const failed = (reason: string) => ({ state: 'failed', reason, retryable: false });
    const expectLeft = async (key: string): Promise<void> => {
      const disk = diskOf(machine, key, 9);
      const spec = { ...disk, category: 'ssd', sizeGiB: 1 };
      assert.deepEqual(await driver.volumes.create(spec, call), failed('name-is-taken'));
      assert.deepEqual(await driver.volumes.attach(disk, call), failed('no-such-disk'));
      await done((now) => driver.volumes.detach(disk, now));
      await done((now) => driver.volumes.destroy(disk, now));
      await done((now) => driver.destroy({ ...machine, removedDisks: [key] }, now));
      assert.match(await query(`${POOL}/yt-${key}`), new RegExp(`"yt-${key}"`));
    };
    await expectLeft('plain');
    await expectLeft('theirs');
  });

  test('a disk that an older version made is found by its name', async () => {
    const [machine, other] = [await make(), await make()];
    const name = `yt-${machine.key}-old00001`;
    const marks = { 'user.yuntai.cloud': 'test', 'user.yuntai.machine': machine.key };
    const device = { type: 'disk', pool: 'default', source: name, path: '/mnt/data-1' };
    const path = `/1.0/instances/yt-${machine.key}`;
    await query('-X', 'POST', '-d', JSON.stringify({ name, config: marks }), POOL);
    await query('-X', 'PATCH', '-d', JSON.stringify({ devices: { 'data-1': device } }), path);
    await server.lxc(
      'exec',
      `yt-${machine.key}`,
      '--',
      'sh',
      '-c',
      'echo -n old > /mnt/data-1/text',
    );
    const at = (to: MachineSpec, generation: number) => diskOf(to, 'old00001', generation);
    await done((call) => driver.volumes.attach(at(machine, 1), call));
    await done((call) => driver.volumes.detach(at(machine, 2), call));
    await done((call) => driver.volumes.attach(at(other, 3), call));
    assert.equal(await readFromDisk(server, { machine: other, disk: 'old00001' }), 'old');
    await done((call) => driver.destroy({ ...other, removedDisks: ['old00001'] }, call));
    assert.doesNotMatch(await query(`${POOL}?recursion=1`), /old00001/);
  });

  test('an image is written to a file, which makes the same machines on import', async () => {
    const machine = await make();
    const [system] = machine.disks;
    const disk = system?.key ?? '';
    await writeOnDisk(server, { machine, disk, text: 'in the file' });
    const own = { key: 'own00001', generation: 1, zone: machine.zone };
    const file = join(directory, 'own.tar.gz');
    const { images, machineImages } = driver;
    assert.equal(await images.export('own00001', file, () => {}), false);
    await done((call) => machineImages.publish(own, { machine: machine.key }, call));
    const told: number[] = [];
    assert.equal(
      await images.export('own00001', file, (sent, total) => told.push(sent / total)),
      true,
    );
    assert.equal(told.at(-1), 1);
    const { size } = statSync(file);
    await assert.rejects(
      images.export('own00001', file, () => {}),
      /EEXIST/,
    );
    assert.equal(statSync(file).size, size, 'a file that was there is left as it is');
    await done((call) => machineImages.destroy(own, call));
    const imported = await images.import(file, () => {});
    const again = await make({ image: imported.name });
    const [root] = again.disks;
    assert.equal(
      await readFromDisk(server, { machine: again, disk: root?.key ?? '' }),
      'in the file',
    );
  });

  test('it says what it cannot do', () => {
    const { lacks } = driver.capabilities;
    for (const each of [
      'resize',
      'encryption',
      'rescue',
      'image-import',
      'image-export',
    ] as const) {
      assert.match(lacks[each] ?? '', /^[A-Z].*\.$/);
    }
    assert.equal(lacks['disk-move'], undefined);
  });
});
