import type { vpcFaults } from '#resources/vpc/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/** Codes of the pages of vpc 2017-03-12: https://cloud.tencent.com/document/api/215/15774 first. */
export const vpcFaultWords: FaultWords<typeof vpcFaults> = {
  notFound: {
    codes: ['InvalidParameterValue.VpcIdNotExist', 'ResourceNotFound'],
    message: ({ vpc }) => `The VPC \`${said(vpc)}\` does not exist.`,
  },
  quotaExceeded: {
    codes: ['LimitExceeded'],
    message: ({ limit }) => `The quota of ${said(limit)} VPCs in one region is used up.`,
  },
  cidrMalformed: {
    codes: ['InvalidParameterValue.Malformed'],
    message: ({ cidr }) =>
      `The value \`${said(cidr)}\` of \`CidrBlock\` is not an IPv4 CIDR block.`,
  },
  cidrNotAllowed: {
    codes: ['InvalidParameterValue'],
    message: ({ cidr }) =>
      `The CIDR block \`${said(cidr)}\` of a VPC must be inside 10.0.0.0/8, 172.16.0.0/12 or ` +
      '192.168.0.0/16.',
  },
  maskNotAllowed: {
    codes: ['InvalidParameterValue'],
    message: ({ cidr }) =>
      `The mask of the CIDR block \`${said(cidr)}\` must be from 12 (192.168.0.0/16: 16) to 28.`,
  },
  hasSubnets: {
    codes: ['ResourceInUse'],
    message: ({ vpc }) => `The VPC \`${said(vpc)}\` still has subnets: delete them first.`,
  },
  hasSecurityGroups: {
    codes: ['ResourceInUse'],
    message: ({ vpc }) => `The VPC \`${said(vpc)}\` still has security groups: delete them first.`,
  },
  malformed: { codes: ['InvalidParameterValue.VpcIdMalformed', 'InvalidParameterValue.Malformed'] },
  nameTooLong: { codes: ['InvalidParameterValue.TooLong'] },
  empty: { codes: ['InvalidParameterValue.Empty', 'InvalidParameterValue'] },
  nameServerMalformed: { codes: ['InvalidParameterValue.Malformed'] },
  tooManyNameServers: { codes: ['InvalidParameterValue.LimitExceeded'] },
};
