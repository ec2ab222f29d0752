// https://www.tencentcloud.com/document/product/362/53930 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { diskBackupFaults } from '#resources/disk-backup/faults.ts';
import { createDiskBackup as createBackup } from '#resources/disk-backup/verbs/create-backup.ts';
import * as model from '../models/create-disk-backup.ts';

/** Makes a backup of a disk, where its quota has room for one more. */
export const createDiskBackup = action.write({
  model,
  input: {
    DiskId: { reasons: { malformed: diskFaults.malformed } },
    DiskBackupName: {
      max: 100,
      empty: 'absent',
      reasons: { length: diskBackupFaults.nameTooLong },
    },
  },
  handle: async (context, { DiskId: disk, DiskBackupName: name = null }) => ({
    DiskBackupId: await createBackup(context, { disk, region: context.region, name }),
  }),
});
