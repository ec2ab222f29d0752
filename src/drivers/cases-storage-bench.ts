import assert from 'node:assert/strict';
import { DONE, finished } from './cases-bench.ts';
import type { DriverBench } from './cases-bench.ts';
import type { DriverAnswer, DriverCall, MachineSpec } from './driver.ts';
import type { AttachedVolume, Volume, VolumeSpec } from './storage.ts';

/** Asks until it is over, and it is done. */
export async function carriedOut(
  bench: DriverBench,
  ask: (call: DriverCall) => Promise<DriverAnswer>,
): Promise<void> {
  assert.deepEqual(await finished(bench, ask), DONE);
}

/** A data disk that is to be on the host of a machine; nobody has made it yet. */
export function newDisk({ key, host, zone }: MachineSpec, number = 1): VolumeSpec {
  const size = { category: 'ssd', sizeGiB: 1 };
  return { key: `${key}v${number}`, generation: 1, zone, host, role: 'data', ...size };
}

/** The system disk of a machine. */
export function systemDiskOf({ key, host, zone, disks }: MachineSpec): AttachedVolume {
  const disk = disks.find(({ role }) => role === 'system');
  return { key: disk?.key ?? '', generation: 1, zone, host, role: 'system', machine: key };
}

/** A disk as it is named for a call, attached to a machine where one is given. */
export function at<Named extends Volume>(
  disk: Named,
  generation: number,
  machine: MachineSpec,
): Named & AttachedVolume;
export function at<Named extends Volume>(disk: Named, generation: number): Named;
export function at(disk: Volume, generation: number, machine?: MachineSpec): Volume {
  return { ...disk, generation, ...(machine && { machine: machine.key, host: machine.host }) };
}

/** A disk that is made and attached: generation 2. */
export async function attached(bench: DriverBench, machine: MachineSpec): Promise<VolumeSpec> {
  const disk = newDisk(machine);
  const { volumes } = bench.driver;
  await carriedOut(bench, (call) => volumes.create(disk, call));
  await carriedOut(bench, (call) => volumes.attach(at(disk, 2, machine), call));
  return disk;
}

/** Writes to a disk, where the bench can. */
export async function write(
  { write: put }: DriverBench,
  { machine, disk, text }: Written,
): Promise<void> {
  await put?.(machine, disk.key, text);
}

/** That a disk has what was written to it, where the bench can tell. */
export async function expectText(
  { read }: DriverBench,
  { machine, disk, text }: Written,
): Promise<void> {
  if (read !== undefined) assert.equal(await read(machine, disk.key), text);
}

interface Written {
  readonly machine: MachineSpec;
  readonly disk: Pick<Volume, 'key'>;
  readonly text: string;
}
