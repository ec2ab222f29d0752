import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { requireReadableDisks } from '../../snapshot/verbs/create-snapshot.ts';
import { verb } from '../../verb.ts';
import { diskBackupFaults } from '../faults.ts';
import { beginBackup } from '../make.ts';
import { backupsPerDisk } from '../usage.ts';

export interface NewDiskBackup {
  readonly disk: Key<'disk'>;
  readonly region: string;
  readonly name: string | null;
}

/** Makes a backup of a disk as it is now, where its quota has room for one more. */
export const createDiskBackup = verb(
  [requireReadableDisks, diskBackupFaults.noQuota, diskBackupFaults.quotaExceeded],
  async (scope: Scope, { disk: key, region, name }: NewDiskBackup): Promise<Key<'disk-backup'>> => {
    const { db, now, cloud } = scope;
    const asked = { disks: [key], region };
    const [found] = await requireReadableDisks(scope, asked, { everAttached: false });
    if (found === undefined) throw new Error('A disk that was found is not there.');
    const { backupQuota: limit } = found.disk;
    if (limit === 0) throw diskBackupFaults.noQuota({ disk: key });
    const count = (await backupsPerDisk(db, [key])).get(key) ?? 0;
    if (count >= limit) throw diskBackupFaults.quotaExceeded({ disk: key, limit });
    const backup = newKey(cloud.random);
    await beginBackup(db, found.disk, { key: backup, name, automatic: false, now });
    return backup;
  },
);
