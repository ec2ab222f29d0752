import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import { type DiskBackup, diskBackupOf } from './disk-backup.ts';
import { removeBackups } from './remove.ts';
import {
  backupCounts,
  backupsBeingCopied,
  backupsByKeys,
  backupsOfDisks,
  setBackupStates,
} from './table.ts';
import { dailyTarget } from './targets.ts';

/** How many backups disks have; one without any is absent. */
export async function backupsPerDisk(
  reader: Reader,
  disks: ReadonlyArray<Key<'disk'>>,
): Promise<ReadonlyMap<Key<'disk'>, number>> {
  const rows = disks.length === 0 ? [] : await reader.all(backupCounts, { disks });
  return new Map(rows.map(({ disk, count }) => [disk, count] as const));
}

/** The first of these disks of which a backup is being made. */
export async function diskBeingBackedUp(
  reader: Reader,
  disks: ReadonlyArray<Key<'disk'>>,
): Promise<Key<'disk'> | undefined> {
  const rows = disks.length === 0 ? [] : await reader.all(backupsOfDisks, { disks });
  return rows.find(({ state }) => state === 'creating')?.disk;
}

/** Disks go, and their backups with them. */
export async function leaveBackups(
  tx: Tx,
  disks: ReadonlyArray<{ readonly key: Key<'disk'>; readonly backupQuota: number }>,
  now: number,
): Promise<void> {
  const kept = disks.filter(({ backupQuota }) => backupQuota > 0).map(({ key }) => key);
  if (kept.length === 0) return;
  await cancelWorkflows(tx, kept.map(dailyTarget));
  const rows = await tx.all(backupsOfDisks, { disks: kept });
  await removeBackups(tx, rows.map(diskBackupOf), now);
}

/** Those of these backups that are made, and that nothing is done with. */
export async function unused(
  reader: Reader,
  keys: ReadonlyArray<Key<'disk-backup'>>,
): Promise<readonly DiskBackup[]> {
  if (keys.length === 0) return [];
  const copied = new Set((await reader.all(backupsBeingCopied, { keys })).map((row) => row.backup));
  const backups = (await reader.all(backupsByKeys, { keys })).map(diskBackupOf);
  return backups.filter(({ key, state }) => state === 'ready' && !copied.has(key));
}

/** Those of the keys that are of backups, whatever state these are in. */
export async function knownBackups(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await reader.all(backupsByKeys, { keys })).map(({ key }) => key));
}

/** Nothing is rolled back to these backups any more. */
export async function endBackupRestores(
  tx: Tx,
  keys: ReadonlyArray<Key<'disk-backup'>>,
): Promise<void> {
  await tx.run(setBackupStates, { keys, from: 'restoring', to: 'ready' });
}
