import type { Driver, DriverAnswer, DriverCall } from '#drivers/driver.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { ended } from '../instance/begin.ts';
import type { Instance } from '../instance/instance.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import { changeDisk } from './change.ts';
import type { Disk, InstanceDisk } from './disk.ts';
import { diskOf } from './disk-row.ts';
import { diskFaults } from './faults.ts';
import { reverseGrowth } from './pay-growth.ts';
import { requireDiskState } from './require.ts';
import { bookDiskRoom, returnDiskRoom } from './room.ts';
import { disksByKeys, wholeDisksByInstances } from './table.ts';
import { volumeSpecOf } from './volume.ts';

/** The disks that are attached to an instance: the system disk first. */
export async function attachedDisks(
  { db }: Pick<ReadScope, 'db'>,
  { key }: Pick<Instance, 'key'>,
): Promise<readonly Disk[]> {
  return (await db.all(wholeDisksByInstances, { instances: [key] })).map(diskOf);
}

/**
 * Begins to make a disk larger, together with an operation on its instance that the caller begins
 * on both: its row has what it is to have, and its room is booked.
 */
export const beginGrowth = verb(
  [
    diskFaults.wrongState,
    diskFaults.inProgress,
    diskFaults.sizeNotLarger,
    diskFaults.notSupportedHere,
    diskFaults.noRoom,
  ],
  async (scope: Scope, disk: Disk, sizeGiB: number): Promise<void> => {
    const { db, now, requestId: request, cloud } = scope;
    const { key, zone, host, generation } = disk;
    requireDiskState(disk, 'resize');
    if (sizeGiB <= disk.sizeGiB) throw diskFaults.sizeNotLarger({ disk: key });
    const message = cloud.supply.lacks('resize');
    if (message !== undefined) throw diskFaults.notSupportedHere({ message });
    if (!(await bookDiskRoom(db, host ?? '', sizeGiB - disk.sizeGiB))) {
      throw diskFaults.noRoom({ zone });
    }
    await changeDisk(db, disk, {
      state: 'resizing',
      sizeGiB,
      generation: generation + 1,
      operation: { action: 'resize', state: 'operating', request, at: now },
    });
  },
);

/** What the driver is asked for it. */
export function askGrowth(
  { volumes }: Pick<Driver, 'volumes'>,
  disk: InstanceDisk,
  call: DriverCall,
): Promise<DriverAnswer> {
  return volumes.resize(volumeSpecOf(disk), call);
}

interface GrowthEnd {
  /** What it had before: it has that again where there is an error. */
  readonly fromGiB: number;
  readonly error: string | null;
  readonly now: number;
}

/** Writes down how it ended. */
export async function endGrowth(
  tx: Tx,
  key: Key<'disk'>,
  { fromGiB, error, now }: GrowthEnd,
): Promise<void> {
  const [row] = await tx.all(disksByKeys, { keys: [key] });
  if (row === undefined) return;
  const disk = diskOf(row);
  const operation = ended(error, now);
  if (error === null) return changeDisk(tx, disk, { state: 'in-use', operation });
  await reverseGrowth(tx, disk, now);
  await returnDiskRoom(tx, disk.host, disk.sizeGiB - fromGiB);
  await changeDisk(tx, disk, { state: 'in-use', sizeGiB: fromGiB, operation });
}
