import type { securityGroupFaults } from '#resources/security-group/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Where a page of dfw tells nothing apart, it is its 7000. */
const unknown = ['InvalidSecurityGroupId.NotFound', '7001', 'ResourceNotFound', '7000'] as const;

/**
 * Codes of the pages of vpc 2017-03-12, such as https://cloud.tencent.com/document/api/215/15803;
 * that of notInVpc is RunInstances' (seed 004), the one page on which it can be met.
 */
export const securityGroupFaultWords: FaultWords<typeof securityGroupFaults> = {
  codes: {
    notFound: unknown,
    peerNotFound: unknown,
    isClassic: ['InvalidSecurityGroupId.NotFound', 'InvalidParameterCombination', '7000'],
    notInVpc: ['InvalidSecurityGroupId.NotFound', 'InvalidParameterCombination', '7000'],
    quotaExceeded: ['LimitExceeded', '7002'],
    inUse: 'ResourceInUse',
    referenced: 'ResourceInUse',
    isDefault: ['UnsupportedOperation', '7006', '7000'],
    tooManyNamed: 'InvalidParameterValue.LimitExceeded',
    malformed: [
      'InvalidSgId.Malformed',
      'InvalidSecurityGroupId.NotFound',
      'InvalidParameterValue.Malformed',
      '9003',
      '7000',
    ],
    // No page has a code for basic and advanced groups together; Tencent makes basic ones alone.
    typesMixed: ['InvalidParameterCombination', 'InvalidParameterValue', '7000'],
    full: ['LimitExceeded.CvmsVifsPerSecGroupLimitExceeded', '7000'],
    nameTooLong: ['InvalidParameterValue.TooLong', '9003'],
    nameMalformed: '9003',
    nameEmpty: ['InvalidParameterValue.Empty', 'InvalidParameterValue'],
    nameTaken: '7005',
  },
  messages: {
    notFound: 'The security group `{security-group}` does not exist.',
    peerNotFound: 'The security group `{security-group}` does not exist.',
    notInVpc: 'The security group `{security-group}` belongs to another VPC than `{vpc}`.',
    isClassic: 'The security group `{security-group}` is of the classic network.',
    quotaExceeded: 'The quota of {limit} security groups in one region is used up.',
    inUse: 'Instances are still in `{security-group}`.',
    referenced: 'Rules of other security groups name `{security-group}`.',
    isDefault: 'The default group `{security-group}` is kept as it is.',
    nameTaken: 'The project has a group of that name.',
  },
};
