import type { vpcFaults } from '#resources/vpc/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/**
 * Codes of the pages of vpc 2016-04-28 (vpc/pages.ts), such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvpc.
 */
export const vpcFaultWords: FaultWords<typeof vpcFaults> = {
  // Terraform takes this status alone for "gone" (facts/ecs-surrounding.md, 3).
  notFound: {
    codes: ['InvalidVpcId.NotFound 404'],
    message: ({ vpc }) => `The specified VPC does not exist: ${said(vpc)}.`,
  },
  quotaExceeded: {
    codes: ['QuotaExceeded.Vpc'],
    message: ({ limit }) => `The quota of ${said(limit)} VPCs in one region is used up.`,
  },
  cidrMalformed: {
    codes: ['InvalidParameter'],
    message: ({ cidr }) => `The specified CIDR block is not valid: ${said(cidr)}.`,
  },
  cidrNotAllowed: {
    codes: ['OperationDenied.CidrInExcludeCidrs'],
    message: ({ cidr }) =>
      `A VPC cannot have addresses of 100.64.0.0/10, 224.0.0.0/4, 127.0.0.0/8 or ` +
      `169.254.0.0/16: ${said(cidr)}.`,
  },
  maskNotAllowed: {
    codes: ['IllegalParam.CidrBlockMask'],
    message: ({ cidr }) => `The mask of a VPC must be from 8 to 28: ${said(cidr)}.`,
  },
  hasSubnets: {
    codes: ['DependencyViolation.VSwitch'],
    message: ({ vpc }) => `There are still VSwitches in the VPC ${said(vpc)}: delete them first.`,
  },
  hasSecurityGroups: {
    codes: ['DependencyViolation.SecurityGroup'],
    message: ({ vpc }) =>
      `There are still security groups in the VPC ${said(vpc)}: delete them first.`,
  },
  nameMalformed: { codes: ['InvalidVpcName.Malformed'] },
  descriptionMalformed: { codes: ['InvalidVpcDiscription.Malformed'] },
  tooManyBlocks: { codes: ['InvalidUserCidr.Quota'] },
  blockMalformed: {
    codes: ['InvalidUserCidr.Malformed'],
    message: ({ cidr }) => `The specified UserCidr is not a CIDR block: ${said(cidr)}.`,
  },
  tooManyNamed: { codes: ['InvalidVpcIdNumber.NotSupported'] },
};
