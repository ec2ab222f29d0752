import type { Tx } from '#store/store.ts';
import type { Instance } from '../instance/instance.ts';
import { changeDisk, type DiskChange } from './change.ts';
import type { Disk } from './disk.ts';
import { diskOf } from './disk-row.ts';
import { isKept } from './kept.ts';
import { forgetDisks } from './remove.ts';
import { paidDisk } from './shown-state.ts';
import { wholeDisksByInstances } from './table.ts';
import { scheduleDiskExpiry } from './workflows/expire.ts';

/**
 * Takes the disks of an instance that is released from it: those that outlive it are free, with
 * their room, and the others are gone. Answers the latter, whose room is the caller's to give back.
 */
export async function releaseDisksOf(
  tx: Tx,
  instance: Instance,
  release: { readonly disks: 'go' | 'may stay'; readonly now: number },
): Promise<readonly Disk[]> {
  const rows = await tx.all(wholeDisksByInstances, { instances: [instance.key] });
  const disks = rows.map(diskOf);
  const kept = release.disks === 'go' ? [] : disks.filter((disk) => isKept(disk, instance));
  const gone = disks.filter((disk) => !kept.includes(disk));
  for (const disk of kept) await freeDisk(tx, disk, { instance, now: release.now });
  await forgetDisks(tx, gone, release.now);
  return gone;
}

interface Freeing {
  readonly instance: Instance | null;
  /** Cloud milliseconds. */
  readonly now: number;
  readonly change?: DiskChange;
}

/** What a disk has of its instance becomes its own: so it is paid, and ends, as before. */
export async function freeDisk(
  tx: Tx,
  disk: Disk,
  { instance, now, change = {} }: Freeing,
): Promise<void> {
  const paid = paidDisk(disk, instance);
  await changeDisk(tx, disk, {
    ...paid,
    state: 'available',
    instance: null,
    device: null,
    lastInstance: disk.instance,
    detachedAt: now,
    meteredAt: now,
    ...change,
  });
  if (disk.chargeType === null && paid.expiresAt !== null) {
    await scheduleDiskExpiry(tx, { key: disk.key, at: paid.expiresAt }, now);
  }
}
