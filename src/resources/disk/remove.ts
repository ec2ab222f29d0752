import type { Tx } from '#store/store.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { leaveBackups } from '../disk-backup/usage.ts';
import { endMeters } from '../meter/meters.ts';
import { deleteOperations } from '../operation/operations.ts';
import { leaveDisks } from '../snapshot/usage.ts';
import { deleteTags } from '../tag/tags.ts';
import type { Disk } from './disk.ts';
import { returnDiskRoom } from './room.ts';
import { deleteDiskRows } from './table.ts';
import { diskExpiryTarget, diskRecycleTarget } from './targets.ts';

/** Removes a disk that is gone, and gives back its room. */
export async function removeDisk(tx: Tx, disk: Disk, now: number): Promise<void> {
  await returnDiskRoom(tx, disk.host, disk.sizeGiB);
  await forgetDisks(tx, [disk], now);
}

/**
 * Removes the rows of disks and what hangs on them; their snapshots stay, but for those of policies
 * that are to go with them. Their room is given back elsewhere.
 */
export async function forgetDisks(tx: Tx, disks: readonly Disk[], now: number): Promise<void> {
  if (disks.length === 0) return;
  const keys = disks.map(({ key }) => key);
  const timed = disks.filter(({ chargeType, recycledAt }) => {
    return chargeType === 'prepaid' || recycledAt !== null;
  });
  const timers = timed.flatMap(({ key }) => [diskExpiryTarget(key), diskRecycleTarget(key)]);
  await Promise.all([
    tx.run(deleteDiskRows, { keys }),
    endMeters(tx, keys, now),
    deleteTags(tx, 'disk', keys),
    leaveDisks(tx, disks, now),
    leaveBackups(tx, disks, now),
    deleteOperations(tx, { kind: 'disk', resources: keys }),
    timers.length > 0 && cancelWorkflows(tx, timers),
  ]);
}
