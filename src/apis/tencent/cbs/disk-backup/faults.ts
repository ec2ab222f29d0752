import type { FaultWords } from '#apis/fault-words.ts';
import type { diskBackupFaults } from '#resources/disk-backup/faults.ts';

/** Codes of the pages of cbs: https://www.tencentcloud.com/document/product/362/53930 first. */
export const diskBackupFaultWords: FaultWords<typeof diskBackupFaults> = {
  codes: {
    malformed: ['ResourceNotFound.NotFound', 'InvalidParameter'],
    notFound: ['ResourceNotFound.NotFound', 'InvalidParameter'],
    noQuota: 'ResourceUnavailable.NotSupported',
    quotaExceeded: 'ResourceInsufficient.OverQuota',
    quotaInUse: 'ResourceUnavailable.NotSupported',
    nameTooLong: 'InvalidParameter',
    beingMade: [
      'ResourceUnavailable.DiskBackupCreating',
      'ResourceUnavailable.SnapshotCreating',
      'ResourceBusy',
      'InvalidDisk.Busy',
    ],
    notReady: ['ResourceBusy', 'ResourceUnavailable'],
    inUse: 'ResourceBusy',
    otherDisk: ['ResourceUnavailable.NotSupported', 'InvalidParameter'],
    sizeDiffers: ['ResourceUnavailable.NotSupported', 'InvalidParameter'],
  },
  messages: {
    notFound: 'The disk backup `{disk-backup}` does not exist.',
    noQuota: 'The disk `{disk}` has no DiskBackupQuota.',
    quotaExceeded: 'The DiskBackupQuota of {limit} of the disk `{disk}` is used up.',
    quotaInUse: 'The disk `{disk}` has {count} backups: delete some first.',
    beingMade: 'A backup of the disk `{disk}` is being created.',
    notReady: 'The disk backup `{disk-backup}` is not in the state NORMAL.',
    inUse: 'The disk backup `{disk-backup}` is being rolled back to, or made a snapshot.',
    otherDisk: 'The disk backup `{disk-backup}` was not created from the disk `{disk}`.',
    sizeDiffers: 'The size of the disk `{disk}` is not that of the backup.',
  },
};
