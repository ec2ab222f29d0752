import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { created, DONE, expectState, finished, runOn } from './cases-bench.ts';
import type { DriverBench, Lacks, Run } from './cases-bench.ts';
import type { MachineSpec } from './driver.ts';
import { attached, at, carriedOut, expectText, newDisk, write } from './cases-storage-bench.ts';
import {
  imageCases,
  rebuildCases,
  restoreCases,
  rootSnapshotCases,
  snapshotCases,
} from './cases-copies.ts';
import type { VolumeSpec } from './storage.ts';

/** What every driver promises of disks, snapshots and images that are made of machines. */
export function storageCases(name: string, open: () => Promise<DriverBench>): void {
  const run = runOn(open);
  describe(`storage of driver ${name}`, () => allCases(run));
}

function allCases(run: Run): void {
  describe('disks', () => diskCases(run));
  describe('disks of machines that go', () => removalCases(run));
  describe('disks repeated and late', () => repetitionCases(run));
  describe('snapshots', () => snapshotCases(run));
  describe('going back to snapshots', () => restoreCases(run));
  describe('snapshots of system disks', () => rootSnapshotCases(run));
  describe('images of machines', () => imageCases(run));
  describe('machines made anew', () => rebuildCases(run));
}

function diskCases(run: Run): void {
  run('a disk is attached to a running machine, detached, and attached again', async (bench) => {
    const { volumes } = bench.driver;
    const machine = await created(bench);
    const disk = await attached(bench, machine);
    await write(bench, { machine, disk, text: 'kept' });
    await carriedOut(bench, (call) => volumes.detach(at(disk, 3, machine), call));
    await carriedOut(bench, (call) => volumes.attach(at(disk, 4, machine), call));
    await expectText(bench, { machine, disk, text: 'kept' });
    await expectState(bench, machine, 'running');
  });

  run('a disk is attached to a stopped machine, which starts', async (bench) => {
    const { driver } = bench;
    const machine = await created(bench);
    const [off, on] = [2, 3].map((generation) => ({ ...machine, generation }));
    assert.ok(off !== undefined && on !== undefined);
    await carriedOut(bench, (call) => driver.stop(off, { mode: 'hard' }, call));
    const disk = await attached(bench, machine);
    await carriedOut(bench, (call) => driver.start(on, call));
    await expectState(bench, machine, 'running');
    await write(bench, { machine, disk, text: 'after the start' });
    await expectText(bench, { machine, disk, text: 'after the start' });
  });

  run('two disks of a machine are told apart', async (bench) => {
    const { volumes } = bench.driver;
    const machine = await created(bench);
    const one = await attached(bench, machine);
    const two = newDisk(machine, 2);
    await carriedOut(bench, (call) => volumes.create(two, call));
    await carriedOut(bench, (call) => volumes.attach(at(two, 2, machine), call));
    await write(bench, { machine, disk: one, text: 'one' });
    await write(bench, { machine, disk: two, text: 'two' });
    await carriedOut(bench, (call) => volumes.detach(at(one, 3, machine), call));
    await expectText(bench, { machine, disk: two, text: 'two' });
    await carriedOut(bench, (call) => volumes.attach(at(one, 4, machine), call));
    await expectText(bench, { machine, disk: one, text: 'one' });
  });

  run(
    'a disk grows, attached and not, and keeps its data',
    async (bench) => {
      const { volumes } = bench.driver;
      const machine = await created(bench);
      const disk = await attached(bench, machine);
      await write(bench, { machine, disk, text: 'small' });
      const larger = { ...at(disk, 3, machine), sizeGiB: 2 };
      await carriedOut(bench, (call) => volumes.resize(larger, call));
      await expectText(bench, { machine, disk, text: 'small' });
      await carriedOut(bench, (call) => volumes.detach(at(disk, 4, machine), call));
      const largest = { ...at(disk, 5), sizeGiB: 3 };
      await carriedOut(bench, (call) => volumes.resize(largest, call));
    },
    ({ capabilities }) => capabilities.lacks.resize,
  );
}

function removalCases(run: Run): void {
  run('a machine goes and a disk that is not named stays, for another one', async (bench) => {
    const { driver } = bench;
    const machine = await created(bench);
    const disk = await attached(bench, machine);
    await write(bench, { machine, disk, text: 'outlives it' });
    await carriedOut(bench, (call) => driver.destroy({ ...machine, generation: 2 }, call));
    const other = await created(bench);
    await carriedOut(bench, (call) => driver.volumes.attach(at(disk, 3, other), call));
    await expectText(bench, { machine: other, disk, text: 'outlives it' });
  });

  run('a disk that a machine was launched with is kept as well', async (bench) => {
    const { driver } = bench;
    const { machine, disk } = await launchedWithDisk(bench);
    await write(bench, { machine, disk, text: 'launched' });
    await carriedOut(bench, (call) => driver.destroy({ ...machine, generation: 2 }, call));
    const other = await created(bench);
    await carriedOut(bench, (call) => driver.volumes.attach(at(disk, 2, other), call));
    await expectText(bench, { machine: other, disk, text: 'launched' });
  });

  run(
    'a machine goes, and a disk that is named goes with it',
    async (bench) => {
      const { driver } = bench;
      const { machine, disk } = await launchedWithDisk(bench);
      const removal = { ...machine, generation: 2, removedDisks: [disk.key] };
      await carriedOut(bench, (call) => driver.destroy(removal, call));
      await carriedOut(bench, (call) => driver.destroy(removal, call));
      const other = await created(bench);
      const answer = await finished(bench, (call) =>
        driver.volumes.attach(at(disk, 2, other), call),
      );
      assert.equal(answer.state, 'failed');
    },
    remembers,
  );

  run('a disk is destroyed, also twice and where it was never made', async (bench) => {
    const { volumes } = bench.driver;
    const machine = await created(bench);
    const disk = await attached(bench, machine);
    await carriedOut(bench, (call) => volumes.detach(at(disk, 3, machine), call));
    for (const each of [at(disk, 4), at(disk, 4), newDisk(machine, 9)]) {
      await carriedOut(bench, (call) => volumes.destroy(each, call));
    }
  });
}

function repetitionCases(run: Run): void {
  run('each call that is done is done again, also asked twice at once', async (bench) => {
    const { volumes } = bench.driver;
    const machine = await created(bench);
    const disk = newDisk(machine);
    const twice = async (ask: Parameters<typeof finished>[1]): Promise<void> => {
      const both = [1, 2].map(() => finished(bench, ask));
      assert.deepEqual(await Promise.all(both), [DONE, DONE]);
      assert.deepEqual(await finished(bench, ask), DONE);
    };
    await twice((call) => volumes.create(disk, call));
    await twice((call) => volumes.attach(at(disk, 2, machine), call));
    await write(bench, { machine, disk, text: 'once' });
    await twice((call) => volumes.detach(at(disk, 3, machine), call));
    await twice((call) => volumes.create(disk, call));
    await twice((call) => volumes.attach(at(disk, 4, machine), call));
    await expectText(bench, { machine, disk, text: 'once' });
  });

  run(
    'an older call than was asked since changes nothing',
    async (bench) => {
      const { volumes } = bench.driver;
      const [machine, other] = [await created(bench), await created(bench)];
      const disk = await attached(bench, machine);
      await carriedOut(bench, (call) => volumes.detach(at(disk, 3, machine), call));
      await carriedOut(bench, (call) => volumes.attach(at(disk, 2, machine), call));
      await carriedOut(bench, (call) => volumes.attach(at(disk, 4, other), call));
      await carriedOut(bench, (call) => volumes.detach(at(disk, 3, machine), call));
      await write(bench, { machine: other, disk, text: 'there' });
      await expectText(bench, { machine: other, disk, text: 'there' });
    },
    remembers,
  );

  run(
    'a disk that nobody made, or for a machine that nobody made, is attached in vain',
    async (bench) => {
      const { volumes } = bench.driver;
      const machine = await created(bench);
      const disk = newDisk(machine);
      const attach = (to: MachineSpec) =>
        finished(bench, (call) => volumes.attach(at(disk, 2, to), call));
      assert.equal((await attach(machine)).state, 'failed');
      await carriedOut(bench, (call) => volumes.create(disk, call));
      assert.equal((await attach(bench.newSpec())).state, 'failed');
    },
    remembers,
  );
}

const remembers: Lacks = ({ capabilities }) =>
  capabilities.remembers ? undefined : 'it remembers no machines';

async function launchedWithDisk(
  bench: DriverBench,
): Promise<{ readonly machine: MachineSpec; readonly disk: VolumeSpec }> {
  const spec = bench.newSpec();
  const disk = newDisk(spec);
  const { key, role, category, sizeGiB } = disk;
  const machine = { ...spec, disks: [...spec.disks, { key, role, category, sizeGiB }] };
  await carriedOut(bench, (call) => bench.driver.create(machine, call));
  return { machine, disk };
}
