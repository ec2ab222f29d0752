import type { Driver, DriverAnswer, DriverCall } from '#drivers/driver.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { ended } from '../instance/begin.ts';
import type { Scope } from '../scope.ts';
import { verb } from '../verb.ts';
import { changeDisk } from './change.ts';
import type { Disk, InstanceDisk } from './disk.ts';
import { diskOf } from './disk-row.ts';
import { diskFaults } from './faults.ts';
import { requireDiskState } from './require.ts';
import { disksByKeys } from './table.ts';
import { volumeOf } from './volume.ts';

/**
 * Begins to give a data disk the content that it was made with, together with an operation on its
 * instance that the caller begins on both.
 */
export const beginReinit = verb(
  [diskFaults.wrongState, diskFaults.inProgress],
  async ({ db, now, requestId: request }: Scope, disk: Disk): Promise<void> => {
    requireDiskState(disk, 'restore');
    await changeDisk(db, disk, {
      state: 'restoring',
      generation: disk.generation + 1,
      operation: { action: 'restore', state: 'operating', request, at: now },
    });
  },
);

/** What the driver is asked for it. */
export function askReinit(
  { volumes }: Pick<Driver, 'volumes'>,
  disk: InstanceDisk,
  call: DriverCall,
): Promise<DriverAnswer> {
  return volumes.restore(volumeOf(disk), disk.snapshot, call);
}

/** Writes down how it ended. */
export async function endReinit(
  tx: Tx,
  key: Key<'disk'>,
  { error, now }: { readonly error: string | null; readonly now: number },
): Promise<void> {
  const [row] = await tx.all(disksByKeys, { keys: [key] });
  if (row === undefined) return;
  await changeDisk(tx, diskOf(row), { state: 'in-use', operation: ended(error, now) });
}
