// https://cloud.tencent.com/document/api/362/80279 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { changeBackupQuota } from '#resources/disk-backup/verbs/change-quota.ts';
import * as model from '../models/modify-disk-backup-quota.ts';

/** Sets how many backups a disk may have. */
export const modifyDiskBackupQuota = action.write({
  model,
  input: {
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    DiskBackupQuota: { min: 1, max: 1024 },
  },
  handle: (context, { DiskId: disk, DiskBackupQuota: quota }) =>
    changeBackupQuota(context, { disk, region: context.region, quota }),
});
