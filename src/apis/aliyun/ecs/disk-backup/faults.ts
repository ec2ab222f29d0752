import type { FaultWords } from '#apis/fault-words.ts';
import type { diskBackupFaults } from '#resources/disk-backup/faults.ts';

/**
 * This vendor has no backups of disks; one that is being made through the other vendor is to it
 * what a snapshot in creation is:
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsnapshot
 */
export const diskBackupFaultWords: FaultWords<typeof diskBackupFaults> = {
  codes: {
    beingMade: ['IncorrectDiskStatus.CreatingSnapshot 403', 'DiskCreatingSnapshot 403'],
  },
  messages: {},
};
