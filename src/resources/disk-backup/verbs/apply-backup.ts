import type { Key } from '#kernel/key.ts';
import { diskFaults } from '../../disk/faults.ts';
import { requireDisks } from '../../disk/require.ts';
import type { Scope } from '../../scope.ts';
import { snapshotFaults } from '../../snapshot/faults.ts';
import {
  beginRestore,
  requirePower,
  requireRestorable,
  requireRestorableState,
  type RollBackPower,
} from '../../snapshot/roll-back.ts';
import { verb } from '../../verb.ts';
import { diskBackupFaults } from '../faults.ts';
import { requireReadyBackup } from '../require.ts';
import { setBackupStates } from '../table.ts';

export interface BackupApplied extends RollBackPower {
  readonly backup: Key<'disk-backup'>;
  readonly disk: Key<'disk'>;
  readonly region: string;
}

/** Rolls a disk back to a backup of it. */
export const applyDiskBackup = verb(
  [
    requireReadyBackup,
    requireRestorable,
    snapshotFaults.startWithoutStop,
    snapshotFaults.diskRestoring,
    snapshotFaults.diskStateWrong,
    diskFaults.notFound,
    diskBackupFaults.otherDisk,
    diskBackupFaults.sizeDiffers,
  ],
  async (scope: Scope, request: BackupApplied): Promise<void> => {
    const { backup: key, disk: diskKey, region } = request;
    requirePower(request);
    const backup = await requireReadyBackup(scope, request);
    const disks = await requireDisks(scope, [diskKey], region);
    for (const disk of disks) {
      if (disk.key !== backup.disk) {
        throw diskBackupFaults.otherDisk({ 'disk-backup': key, disk: disk.key });
      }
      requireRestorableState(disk);
      if (disk.sizeGiB !== backup.sizeGiB) {
        throw diskBackupFaults.sizeDiffers({ disk: disk.key });
      }
    }
    const instance = await requireRestorable(scope, disks, request);
    const restores = [{ disk: diskKey, snapshot: key }];
    await beginRestore(scope, { disks, instance, restores, from: 'backup', power: request });
    await scope.db.run(setBackupStates, { keys: [key], from: 'ready', to: 'restoring' });
  },
);
