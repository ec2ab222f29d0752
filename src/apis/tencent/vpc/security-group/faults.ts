import type { securityGroupFaults } from '#resources/security-group/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/**
 * Codes of the pages of vpc 2017-03-12, such as https://cloud.tencent.com/document/api/215/15803;
 * that of notInVpc is RunInstances' (seed 004), the one page on which it can be met.
 */
export const securityGroupFaultWords: FaultWords<typeof securityGroupFaults> = {
  notFound: {
    codes: ['InvalidSecurityGroupId.NotFound', '7001', 'ResourceNotFound'],
    message: (detail) => `The security group \`${said(detail['security-group'])}\` does not exist.`,
  },
  notInVpc: {
    codes: ['InvalidSecurityGroupId.NotFound', 'InvalidParameterCombination'],
    message: (detail) =>
      `The security group \`${said(detail['security-group'])}\` belongs to another VPC than ` +
      `\`${said(detail['vpc'])}\`.`,
  },
  quotaExceeded: {
    codes: ['LimitExceeded', '7002'],
    message: ({ limit }) => `The quota of ${said(limit)} security groups in one region is used up.`,
  },
  inUse: {
    codes: ['ResourceInUse'],
    message: (detail) => `Instances are still in \`${said(detail['security-group'])}\`.`,
  },
  isDefault: {
    codes: ['UnsupportedOperation', '7006'],
    message: (detail) =>
      `The default group \`${said(detail['security-group'])}\` cannot be deleted.`,
  },
  malformed: {
    codes: [
      'InvalidSgId.Malformed',
      'InvalidSecurityGroupId.NotFound',
      'InvalidParameterValue.Malformed',
    ],
  },
  nameTooLong: { codes: ['InvalidParameterValue.TooLong', '9003'] },
  nameMalformed: { codes: ['9003'] },
  nameEmpty: { codes: ['InvalidParameterValue.Empty', 'InvalidParameterValue'] },
  nameTaken: { codes: ['7005'] },
};
