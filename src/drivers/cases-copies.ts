import assert from 'node:assert/strict';
import { created, expectState, finished } from './cases-bench.ts';
import type { DriverBench, Lacks, Run } from './cases-bench.ts';
import type { MachineSpec } from './driver.ts';
import {
  attached,
  at,
  carriedOut,
  expectText,
  newDisk,
  systemDiskOf,
  write,
} from './cases-storage-bench.ts';
import type { VolumeSnapshot, VolumeSpec } from './storage.ts';

/** Snapshots of disks, what is made from them, and back to them. */
export function snapshotCases(run: Run): void {
  run('a new disk has what a disk had when the snapshot was made', async (bench) => {
    const { driver } = bench;
    const machine = await created(bench);
    const disk = await attached(bench, machine);
    await write(bench, { machine, disk, text: 'then' });
    const snapshot = await snapshotOf(bench, at(disk, 3, machine));
    await write(bench, { machine, disk, text: 'later' });
    const other = await diskFrom(bench, machine, snapshot);
    await expectText(bench, { machine, disk: other, text: 'then' });
    await expectText(bench, { machine, disk, text: 'later' });
    await carriedOut(bench, (call) => driver.snapshots.destroy(snapshot, call));
    await carriedOut(bench, (call) => driver.snapshots.destroy(snapshot, call));
    await expectText(bench, { machine, disk: other, text: 'then' });
  });

  run('a snapshot outlives its disk, and a copy outlives the snapshot', async (bench) => {
    const { volumes, snapshots } = bench.driver;
    const machine = await created(bench);
    const disk = await attached(bench, machine);
    await write(bench, { machine, disk, text: 'outlived' });
    const snapshot = await snapshotOf(bench, at(disk, 3, machine));
    await carriedOut(bench, (call) => volumes.detach(at(disk, 4, machine), call));
    await carriedOut(bench, (call) => volumes.destroy(at(disk, 5), call));
    const copy = { ...snapshot, key: `${snapshot.key}copy` };
    await carriedOut(bench, (call) => snapshots.copy(copy, snapshot.key, call));
    await carriedOut(bench, (call) => snapshots.destroy(snapshot, call));
    const other = await diskFrom(bench, machine, copy);
    await expectText(bench, { machine, disk: other, text: 'outlived' });
  });
}

/** Disks that go back to a snapshot. */
export function restoreCases(run: Run): void {
  run('a disk of a stopped machine goes back to a snapshot, and to nothing', async (bench) => {
    const { driver } = bench;
    const machine = await created(bench);
    const disk = await attached(bench, machine);
    await write(bench, { machine, disk, text: 'before' });
    const snapshot = await snapshotOf(bench, at(disk, 3, machine));
    await write(bench, { machine, disk, text: 'after' });
    const power = powerOf(bench, machine);
    await power.stop(2);
    const restored = at(disk, 4, machine);
    const restore = () =>
      carriedOut(bench, (call) => driver.volumes.restore(restored, snapshot.key, call));
    await restore();
    await power.start(3);
    await expectText(bench, { machine, disk, text: 'before' });
    await write(bench, { machine, disk, text: 'since' });
    await restore();
    await expectText(bench, { machine, disk, text: 'since' });
    await power.stop(4);
    await carriedOut(bench, (call) => driver.volumes.restore(at(disk, 5, machine), null, call));
    await power.start(5);
    await expectText(bench, { machine, disk, text: '' });
  });

  run('a disk that is attached to none goes back to a snapshot', async (bench) => {
    const { volumes } = bench.driver;
    const machine = await created(bench);
    const disk = await attached(bench, machine);
    await write(bench, { machine, disk, text: 'before' });
    const snapshot = await snapshotOf(bench, at(disk, 3, machine));
    await write(bench, { machine, disk, text: 'after' });
    await carriedOut(bench, (call) => volumes.detach(at(disk, 4, machine), call));
    await carriedOut(bench, (call) => volumes.restore(at(disk, 5), snapshot.key, call));
    await carriedOut(bench, (call) => volumes.attach(at(disk, 6, machine), call));
    await expectText(bench, { machine, disk, text: 'before' });
  });
}

/** Machines that go back to a snapshot, and snapshots of nothing. */
export function rootSnapshotCases(run: Run): void {
  run('a machine goes back to a snapshot of its system disk', async (bench) => {
    const { driver } = bench;
    const machine = await created(bench);
    const disk = systemDiskOf(machine);
    await write(bench, { machine, disk, text: 'before' });
    const snapshot = await snapshotOf(bench, disk);
    await write(bench, { machine, disk, text: 'after' });
    await powerOf(bench, machine).stop(2);
    const disks = machine.disks.map((each) => ({ ...each, snapshot: snapshot.key }));
    const login = { keepImageLogin: true };
    const again = { ...machine, generation: 3, disks, login };
    await carriedOut(bench, (call) => driver.rebuild(again, call));
    await expectState(bench, machine, 'running');
    await expectText(bench, { machine, disk, text: 'before' });
  });

  run(
    'what is not there is snapshotted, copied and gone back to in vain',
    async (bench) => {
      const { volumes, snapshots } = bench.driver;
      const machine = await created(bench);
      const disk = newDisk(machine);
      const snapshot = snapshotNamed(disk);
      const asks = [
        finished(bench, (call) => snapshots.create(snapshot, disk, call)),
        finished(bench, (call) => snapshots.copy(snapshot, 'nothing', call)),
        finished(bench, (call) => volumes.create({ ...disk, snapshot: 'nothing' }, call)),
      ];
      for (const { state } of await Promise.all(asks)) assert.equal(state, 'failed');
    },
    remembers,
  );
}

/** Images of machines and of snapshots, and machines that are made from them. */
export function imageCases(run: Run): void {
  for (const power of ['running', 'stopped'] as const) {
    run(`a machine is made from the image of a ${power} one`, async (bench) => {
      const { machineImages } = bench.driver;
      const machine = await created(bench);
      await write(bench, { machine, disk: systemDiskOf(machine), text: 'in the image' });
      if (power === 'stopped') await powerOf(bench, machine).stop(2);
      const image = imageNamed(machine);
      const publish = () =>
        carriedOut(bench, (call) => machineImages.publish(image, { machine: machine.key }, call));
      await Promise.all([publish(), publish()]);
      await publish();
      await expectState(bench, machine, power);
      await expectLaunched(bench, image.key, 'in the image');
      await carriedOut(bench, (call) => machineImages.destroy(image, call));
      await carriedOut(bench, (call) => machineImages.destroy(image, call));
    });
  }

  run('an image of a snapshot outlives it, and a copy outlives the image', async (bench) => {
    const { snapshots, machineImages } = bench.driver;
    const machine = await created(bench);
    const disk = systemDiskOf(machine);
    await write(bench, { machine, disk, text: 'then' });
    const snapshot = await snapshotOf(bench, disk);
    await write(bench, { machine, disk, text: 'later' });
    const image = imageNamed(machine);
    const from = { snapshot: snapshot.key };
    await carriedOut(bench, (call) => machineImages.publish(image, from, call));
    await carriedOut(bench, (call) => snapshots.destroy(snapshot, call));
    const copy = { ...image, key: `${image.key}copy` };
    await carriedOut(bench, (call) => machineImages.copy(copy, image.key, call));
    await carriedOut(bench, (call) => machineImages.destroy(image, call));
    await expectLaunched(bench, copy.key, 'then');
  });
}

/** Machines whose root is made from an image again. */
export function rebuildCases(run: Run): void {
  run('a running machine is made anew: its data disks keep what they have', async (bench) => {
    const { driver } = bench;
    const machine = await created(bench);
    const disk = await attached(bench, machine);
    await write(bench, { machine, disk, text: 'data' });
    await write(bench, { machine, disk: systemDiskOf(machine), text: 'root' });
    const { key, role, category, sizeGiB } = disk;
    const disks = [...machine.disks, { key, role, category, sizeGiB }];
    const again = { ...machine, generation: 2, disks };
    const rebuild = () => carriedOut(bench, (call) => driver.rebuild(again, call));
    await Promise.all([rebuild(), rebuild()]);
    await expectState(bench, again, 'running');
    await expectText(bench, { machine, disk, text: 'data' });
    await expectText(bench, { machine, disk: systemDiskOf(machine), text: '' });
    await write(bench, { machine, disk: systemDiskOf(machine), text: 'since' });
    await rebuild();
    await expectText(bench, { machine, disk: systemDiskOf(machine), text: 'since' });
  });

  run('a stopped machine is made anew and left stopped, and starts', async (bench) => {
    const { driver } = bench;
    const machine = await created(bench);
    const power = powerOf(bench, machine);
    await power.stop(2);
    const again = { ...machine, generation: 3, leftStopped: true as const };
    await carriedOut(bench, (call) => driver.rebuild(again, call));
    await expectState(bench, machine, 'stopped');
    await power.start(4);
    await expectState(bench, machine, 'running');
  });
}

const remembers: Lacks = ({ capabilities }) =>
  capabilities.remembers ? undefined : 'it remembers no disks';

function powerOf(bench: DriverBench, machine: MachineSpec) {
  const { driver } = bench;
  const named = (generation: number) => ({ ...machine, generation });
  return {
    stop: (generation: number) =>
      carriedOut(bench, (call) => driver.stop(named(generation), { mode: 'hard' }, call)),
    start: (generation: number) =>
      carriedOut(bench, (call) => driver.start(named(generation), call)),
  };
}

function snapshotNamed({ key, zone }: Pick<VolumeSpec, 'key' | 'zone'>): VolumeSnapshot {
  return { key: `${key}s`, generation: 1, zone };
}

function imageNamed({ key, zone }: MachineSpec) {
  return { key: `${key}i`, generation: 1, zone };
}

async function snapshotOf(
  bench: DriverBench,
  disk: Parameters<DriverBench['driver']['snapshots']['create']>[1],
): Promise<VolumeSnapshot> {
  const snapshot = snapshotNamed(disk);
  const create = () =>
    carriedOut(bench, (call) => bench.driver.snapshots.create(snapshot, disk, call));
  await Promise.all([create(), create()]);
  return snapshot;
}

/** A disk that begins with a snapshot's data, attached to a machine. */
async function diskFrom(
  bench: DriverBench,
  machine: MachineSpec,
  { key: snapshot }: VolumeSnapshot,
): Promise<VolumeSpec> {
  const { volumes } = bench.driver;
  const disk = { ...newDisk(machine, 2), snapshot };
  await carriedOut(bench, (call) => volumes.create(disk, call));
  await carriedOut(bench, (call) => volumes.attach(at(disk, 2, machine), call));
  return disk;
}

async function expectLaunched(bench: DriverBench, image: string, text: string): Promise<void> {
  const machine = { ...bench.newSpec(), image };
  await carriedOut(bench, (call) => bench.driver.create(machine, call));
  await expectState(bench, machine, 'running');
  await expectText(bench, { machine, disk: systemDiskOf(machine), text });
}
