import type { FaultWords } from '#apis/fault-words.ts';
import type { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';

/** Codes of the pages of cbs: https://cloud.tencent.com/document/api/362/33558 first. */
export const autoSnapshotPolicyFaultWords: FaultWords<typeof autoSnapshotPolicyFaults> = {
  codes: {
    malformed: ['InvalidParameterValue', 'InvalidParameter'],
    notFound: ['InvalidAutoSnapshotPolicyId.NotFound', 'InvalidParameterValue'],
    quotaExceeded: ['LimitExceeded.AutoSnapshotPolicyOutOfQuota', 'ResourceInsufficient.OverQuota'],
    nameTooLong: ['InvalidParameterValue', 'InvalidParameter'],
    scheduleMalformed: ['InvalidParameterValue', 'InvalidParameter'],
    retentionOutOfRange: ['InvalidParameterValue', 'InvalidParameter'],
    retentionConflict: ['InvalidParameterValue', 'InvalidParameter'],
    tooManyNamed: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue'],
    diskNotSupported: 'InvalidDisk.NotSupported',
    someDisksNotSupported: 'InvalidDisk.NotSupported',
    diskBound: 'InvalidDisk.AlreadyBound',
    tooManyOfDisk: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue'],
    accountUnknown: 'InvalidParameter',
    nothingToChange: 'MissingParameter',
  },
  messages: {
    notFound: 'The scheduled snapshot policy `{auto-snapshot-policy}` does not exist.',
    quotaExceeded: 'The quota of {limit} scheduled snapshot policies in one region is used up.',
    nameTooLong: 'AutoSnapshotPolicyName has at most 60 bytes.',
    scheduleMalformed:
      'Each Policy has hours from 0 to 23 and one of DayOfWeek, DayOfMonth and IntervalDays.',
    retentionConflict: 'RetentionDays is not given where IsPermanent is true.',
    diskNotSupported: 'The disk `{disk}` does not support snapshots.',
    someDisksNotSupported: 'The disk `{disk}` does not support snapshots.',
    diskBound: 'The disk `{disk}` is bound to the policy already.',
    tooManyOfDisk: 'The disk `{disk}` is bound to {limit} policies already.',
    accountUnknown: 'Policies cannot be copied to the account `{account}`.',
    nothingToChange: 'Nothing is given that could be changed.',
  },
};
