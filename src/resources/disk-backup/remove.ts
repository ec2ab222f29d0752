import type { Tx } from '#store/store.ts';
import { destroyData } from '../snapshot/remove.ts';
import type { DiskBackup } from './disk-backup.ts';
import { deleteBackupRows } from './table.ts';

/**
 * Removes backups at once; a workflow takes their data away behind that, also where they are being
 * made. The engine of machines has them as snapshots.
 */
export async function removeBackups(
  tx: Tx,
  backups: readonly DiskBackup[],
  now: number,
): Promise<void> {
  if (backups.length === 0) return;
  await tx.run(deleteBackupRows, { keys: backups.map(({ key }) => key) });
  await destroyData(tx, backups, now);
}
