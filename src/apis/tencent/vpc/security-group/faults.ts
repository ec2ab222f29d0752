import type { securityGroupFaults } from '#resources/security-group/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/**
 * Codes of the pages of vpc 2017-03-12, such as https://cloud.tencent.com/document/api/215/15803;
 * that of notInVpc is RunInstances' (seed 004), the one page on which it can be met.
 */
export const securityGroupFaultWords: FaultWords<typeof securityGroupFaults> = {
  notFound: {
    code: 'ResourceNotFound',
    message: (detail) => `The security group \`${said(detail['security-group'])}\` does not exist.`,
  },
  notInVpc: {
    code: 'InvalidSecurityGroupId.NotFound',
    message: (detail) =>
      `The security group \`${said(detail['security-group'])}\` belongs to another VPC than ` +
      `\`${said(detail['vpc'])}\`.`,
  },
  quotaExceeded: {
    code: 'LimitExceeded',
    message: ({ limit }) => `The quota of ${said(limit)} security groups in one region is used up.`,
  },
  inUse: {
    code: 'ResourceInUse',
    message: (detail) => `Instances are still in \`${said(detail['security-group'])}\`.`,
  },
  isDefault: {
    code: 'UnsupportedOperation',
    message: (detail) =>
      `The default group \`${said(detail['security-group'])}\` cannot be deleted.`,
  },
};
