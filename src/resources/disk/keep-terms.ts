import type { Instance } from '../instance/instance.ts';
import type { Scope } from '../scope.ts';
import { changeDisk } from './change.ts';
import type { Disk } from './disk.ts';
import { paidDisk } from './shown-state.ts';
import { scheduleDiskExpiry } from './workflows/expire.ts';

/** What was paid for disks with their instance is paid for themselves: they stay until its end. */
export async function keepTerms(
  { db, now }: Scope,
  instance: Instance,
  disks: readonly Disk[],
): Promise<void> {
  for (const disk of disks) {
    const paid = paidDisk(disk, instance);
    await changeDisk(db, disk, paid);
    if (paid.expiresAt === null) continue;
    await scheduleDiskExpiry(db, { key: disk.key, at: paid.expiresAt }, now);
  }
}
