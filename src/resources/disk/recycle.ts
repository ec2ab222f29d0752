import type { Tx } from '#store/store.ts';
import type { Instance } from '../instance/instance.ts';
import { changeDisk } from './change.ts';
import type { Disk } from './disk.ts';
import { diskOf } from './disk-row.ts';
import { paidDisk } from './shown-state.ts';
import { wholeDisksByInstances } from './table.ts';

/**
 * Which data disks that are paid in advance go into the recycle bin with their instance. What is
 * paid by itself goes with all alone.
 */
export type DisksBinned = 'all' | 'that go with it' | 'none';

/**
 * Puts data disks into the bin with their instance: they go when it goes. The others stay attached
 * to it, and outlive it.
 */
export async function recycleDisksOf(
  tx: Tx,
  instance: Instance,
  { binned, now }: { readonly binned: DisksBinned; readonly now: number },
): Promise<void> {
  if (binned === 'none' || (binned !== 'all' && instance.chargeType !== 'prepaid')) return;
  for (const disk of await disksIn(tx, instance)) {
    const isPrepaid = paidDisk(disk, instance).chargeType === 'prepaid';
    const goes = binned === 'all' || (disk.chargeType === null && disk.deleteWithInstance);
    if (!disk.portable || disk.state !== 'in-use' || !isPrepaid || !goes) continue;
    await changeDisk(tx, disk, { state: 'recycled', recycledAt: now, meteredAt: now });
  }
}

/** Takes the disks of an instance that comes back from the bin out of it as well. */
export async function restoreDisksOf(tx: Tx, instance: Instance): Promise<void> {
  for (const disk of await disksIn(tx, instance)) {
    if (disk.state !== 'recycled') continue;
    await changeDisk(tx, disk, { state: 'in-use', recycledAt: null });
  }
}

async function disksIn(tx: Tx, { key }: Instance): Promise<readonly Disk[]> {
  return (await tx.all(wholeDisksByInstances, { instances: [key] })).map(diskOf);
}
