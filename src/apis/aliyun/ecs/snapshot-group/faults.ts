import type { FaultWords } from '#apis/fault-words.ts';
import type { snapshotGroupFaults } from '#resources/snapshot-group/faults.ts';

/**
 * Codes of the pages of groups of snapshots, first
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createsnapshotgroup.
 */
export const snapshotGroupFaultWords: FaultWords<typeof snapshotGroupFaults> = {
  codes: {
    notFound: 'InvalidParameter',
    diskApart: 'DiskId.ValueNotSupported 403',
    noDisks: 'DiskId.ValueNotSupported 403',
    nameMalformed: ['InvalidParameter.Name', 'InvalidSnapshotName.Malformed'],
    tooMany: 'DiskId.ValueNotSupported 403',
    tooLarge: 'DiskId.ValueNotSupported 403',
  },
  messages: {
    notFound: 'The snapshot-consistent group {snapshot-group} does not exist.',
    diskApart: 'The disk {disk} is not attached to the instance, or not in the zone of the others.',
    noDisks: 'All disks of the instance are excluded.',
    tooMany: 'A snapshot-consistent group has at most {limit} disks.',
    tooLarge: 'The disks of a snapshot-consistent group have at most {limit} TiB together.',
  },
};
