// https://www.tencentcloud.com/document/product/362/50789 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { deleteDiskBackups as deleteBackups } from '#resources/disk-backup/verbs/delete-backups.ts';
import * as model from '../models/delete-disk-backups.ts';
import { backupIdsAsked } from './backup-ids.ts';

/** Deletes backups of disks, all of them or none. */
export const deleteDiskBackups = action.write({
  model,
  input: { DiskBackupIds: backupIdsAsked },
  rules: [{ rule: 'one-of', fields: ['DiskBackupIds'] }],
  handle: (context, { DiskBackupIds: keys }) =>
    deleteBackups(context, { keys, region: context.region }),
});
