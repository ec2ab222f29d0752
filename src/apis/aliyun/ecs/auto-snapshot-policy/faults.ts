import type { FaultWords } from '#apis/fault-words.ts';
import type { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';

/**
 * Codes of the pages of policies, such as
 * https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createautosnapshotpolicy.
 */
export const autoSnapshotPolicyFaultWords: FaultWords<typeof autoSnapshotPolicyFaults> = {
  codes: {
    notFound: [
      'InvalidAutoSnapshotPolicyId.NotFound 404',
      'ParameterInvalid 404',
      'ParameterInvalid',
    ],
    quotaExceeded: 'AutoSnapshotPolicy.QuotaExceed',
    nameMalformed: 'ParameterInvalid 403',
    scheduleMalformed: 'ParameterInvalid 403',
    hoursMalformed: 'ParameterInvalid 403',
    daysMalformed: 'ParameterInvalid 403',
    retentionOutOfRange: 'ParameterInvalid 403',
    copyNotHere: 'ParameterInvalid 403',
    instanceTagsNotHere: 'ParameterInvalid 403',
    disksMalformed: 'ParameterInvalid 403',
    diskNotSupported: 'DiskCategory.OperationNotSupported',
    diskBound: 'ParameterInvalid 403',
    someDisksNotSupported: 'PartofDiskCategory.OperationNotSupported',
    tooManyOfDisk: ['OperationDenied.TooManyAutoSnapshotPolicies', 'ParameterInvalid 403'],
    severalBound: 'OperationDenied.TooManyAutoSnapshotPolicies',
  },
  messages: {
    notFound: 'The specified automatic snapshot policy does not exist.',
    quotaExceeded: 'The maximum number of automatic snapshot policy has been reached.',
    nameMalformed: 'The specified AutoSnapshotPolicyName parameter is invalid.',
    scheduleMalformed: 'The specified RepeatWeekDays parameter is invalid.',
    hoursMalformed: 'The specified TimePoints parameter is invalid.',
    daysMalformed: 'The specified RepeatWeekDays parameter is invalid.',
    retentionOutOfRange: 'The specified RetentionDays parameter is invalid.',
    copyNotHere: 'A policy copies its snapshots to no other region here.',
    instanceTagsNotHere: 'A policy is applied to disks here, not to instances by their tags.',
    disksMalformed: 'The specified DiskIds are invalid.',
    diskNotSupported: 'The type of the specified disk does not support creating a snapshot.',
    someDisksNotSupported:
      'The types of some disks in the disk list do not support creating snapshots.',
    tooManyOfDisk: 'At most {limit} automatic snapshot policies are applied to one disk: {disk}.',
    severalBound: 'Several policies are applied to the disk {disk}: name autoSnapshotPolicyId.',
  },
};
