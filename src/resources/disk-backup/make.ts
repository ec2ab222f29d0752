import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Disk } from '../disk/disk.ts';
import { makeTarget } from '../snapshot/targets.ts';
import { makeBackupWorkflow } from './workflows/make-backup.ts';

/** A backup that is to be made, of a disk that can be read. */
export interface BackupMaking {
  readonly key: Key<'disk-backup'>;
  readonly name: string | null;
  readonly automatic: boolean;
  /** The one that goes when this one is made. */
  readonly replaces?: Key<'disk-backup'> | undefined;
  readonly now: number;
}

/** Writes a backup down and has it made. */
export async function beginBackup(
  tx: Tx,
  { account, region, zone, key: disk, role, sizeGiB, doc }: Disk,
  { key, name, automatic, replaces, now }: BackupMaking,
): Promise<void> {
  await tx.insert('disk_backups', [
    {
      key,
      account,
      region,
      zone,
      disk,
      role,
      size_gib: sizeGiB,
      encrypted: doc.encrypted === true ? 1 : 0,
      state: 'creating',
      name,
      created_at: now,
      expected_at: null,
      automatic: automatic ? 1 : 0,
    },
  ]);
  await startWorkflow(tx, makeBackupWorkflow, {
    target: makeTarget(key),
    input: { backup: key, ...(replaces !== undefined && { replaces }) },
    now,
  });
}
