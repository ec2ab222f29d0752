import type { Key } from '#kernel/key.ts';
import { isLocal } from '../../disk/is-local.ts';
import { requireDisks } from '../../disk/require.ts';
import { changeDisks } from '../../disk/verbs/change-disks.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { diskBackupFaults } from '../faults.ts';
import { startDailyBackups } from '../timer.ts';
import { backupsPerDisk } from '../usage.ts';

export interface BackupQuotaChange {
  readonly disk: Key<'disk'>;
  readonly region: string;
  readonly quota: number;
}

/** Sets how many backups a disk may have, no fewer than it has; one of each day from then on. */
export const changeBackupQuota = verb(
  [changeDisks, diskBackupFaults.quotaInUse],
  async (scope: Scope, { disk, region, quota }: BackupQuotaChange): Promise<void> => {
    await changeDisks(scope, { keys: [disk], region, backupQuota: quota });
    const [changed] = await requireDisks(scope, [disk], region);
    const count = (await backupsPerDisk(scope.db, [disk])).get(disk) ?? 0;
    if (count > quota) throw diskBackupFaults.quotaInUse({ disk, count });
    if (changed === undefined || isLocal(scope, changed)) return;
    await startDailyBackups(scope.db, disk, scope.now);
  },
);
