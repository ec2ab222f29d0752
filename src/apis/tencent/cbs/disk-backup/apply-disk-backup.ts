// https://www.tencentcloud.com/document/product/362/50790 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { applyDiskBackup as applyBackup } from '#resources/disk-backup/verbs/apply-backup.ts';
import * as model from '../models/apply-disk-backup.ts';
import { backupIdAsked } from './backup-ids.ts';

/** Rolls a disk back to a backup of it. */
export const applyDiskBackup = action.write({
  model,
  input: {
    DiskBackupId: backupIdAsked,
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    AutoStopInstance: { default: false },
    AutoStartInstance: { default: false },
  },
  handle: (context, { DiskBackupId: backup, DiskId: disk, ...input }) =>
    applyBackup(context, {
      backup,
      disk,
      region: context.region,
      stopInstance: input.AutoStopInstance,
      startInstance: input.AutoStartInstance,
    }),
});
