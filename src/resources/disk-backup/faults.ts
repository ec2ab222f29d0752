import { defineFaults } from '#kernel/fault.ts';

/** Why a backup of a disk cannot be made, used or deleted. */
export const diskBackupFaults = defineFaults('disk-backup', {
  malformed: 'That is no id of a backup.',
  notFound: 'There is no such backup of a disk. Detail: disk-backup.',
  noQuota: 'The disk may have no backups. Detail: disk.',
  quotaExceeded: 'The disk has as many backups as it may have. Detail: disk, limit.',
  quotaInUse: 'The disk has more backups than it is to have. Detail: disk, count.',
  nameTooLong: 'The name of a backup is too long.',
  beingMade: 'A backup of the disk is being made. Detail: disk.',
  notReady: 'The backup is being made still. Detail: disk-backup.',
  inUse: 'The disk is rolled back to the backup, or a snapshot is made of it. Detail: disk-backup.',
  otherDisk: 'The backup is of another disk. Detail: disk-backup, disk.',
  sizeDiffers: 'The disk has another size now. Detail: disk.',
});
