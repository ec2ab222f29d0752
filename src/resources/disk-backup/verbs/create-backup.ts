import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { NewDiskBackupRow } from '#store/schema/disk-backup.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Scope } from '../../scope.ts';
import { makeTarget } from '../../snapshot/targets.ts';
import { requireReadableDisks } from '../../snapshot/verbs/create-snapshot.ts';
import { verb } from '../../verb.ts';
import { diskBackupFaults } from '../faults.ts';
import { backupsPerDisk } from '../usage.ts';
import { makeBackupWorkflow } from '../workflows/make-backup.ts';

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
    const { account, zone, role, sizeGiB, doc, backupQuota: limit } = found.disk;
    if (limit === 0) throw diskBackupFaults.noQuota({ disk: key });
    const count = (await backupsPerDisk(db, [key])).get(key) ?? 0;
    if (count >= limit) throw diskBackupFaults.quotaExceeded({ disk: key, limit });
    const backup = newKey(cloud.random);
    const row: NewDiskBackupRow = {
      key: backup,
      account,
      region,
      zone,
      disk: key,
      role,
      size_gib: sizeGiB,
      encrypted: doc.encrypted === true ? 1 : 0,
      state: 'creating',
      name,
      created_at: now,
      expected_at: null,
    };
    await db.insert('disk_backups', [row]);
    await startWorkflow(db, makeBackupWorkflow, {
      target: makeTarget(backup),
      input: { backup },
      now,
    });
    return backup;
  },
);
