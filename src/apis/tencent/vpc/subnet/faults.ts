import type { subnetFaults } from '#resources/subnet/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/**
 * Codes of the pages of vpc 2017-03-12, such as https://cloud.tencent.com/document/api/215/15782;
 * what only a launch meets has those of RunInstances (seed 004).
 */
export const subnetFaultWords: FaultWords<typeof subnetFaults> = {
  notFound: {
    codes: ['InvalidParameterValue.SubnetNotExist', 'ResourceNotFound'],
    message: ({ subnet }) => `The subnet \`${said(subnet)}\` does not exist.`,
  },
  notInVpc: {
    codes: ['InvalidParameterValue.VpcIdSubnetIdNotMatch', 'InvalidParameterCombination'],
    message: ({ subnet, vpc }) =>
      `The subnet \`${said(subnet)}\` is not one of the VPC \`${said(vpc)}\`.`,
  },
  zoneNotInRegion: {
    codes: ['InvalidZone.MismatchRegion', 'InvalidParameterValue'],
    message: ({ zone }) => `The zone \`${said(zone)}\` is not one of the region.`,
  },
  quotaExceeded: {
    codes: ['LimitExceeded'],
    message: ({ limit }) => `The quota of ${said(limit)} subnets in one VPC is used up.`,
  },
  cidrMalformed: {
    codes: ['InvalidParameterValue.Malformed'],
    message: ({ cidr }) =>
      `The value \`${said(cidr)}\` of \`CidrBlock\` is not an IPv4 CIDR block.`,
  },
  maskNotAllowed: {
    codes: ['InvalidParameterValue.SubnetRange'],
    message: ({ cidr }) => `The mask of the CIDR block \`${said(cidr)}\` must be from 16 to 28.`,
  },
  outsideVpc: {
    codes: ['InvalidParameterValue.SubnetRange'],
    message: ({ cidr, vpc }) =>
      `\`${said(cidr)}\` is not inside the CIDR block of the VPC \`${said(vpc)}\`.`,
  },
  notCarried: {
    codes: [
      'InvalidParameterValue.SubnetRange',
      'ResourceInsufficient.CidrBlock',
      'InvalidParameterValue',
    ],
    message: ({ cidr, why }) => `No machine can have addresses of \`${said(cidr)}\`: ${said(why)}`,
  },
  conflict: {
    codes: ['InvalidParameterValue.SubnetConflict'],
    message: ({ cidr, subnet }) =>
      `\`${said(cidr)}\` overlaps the CIDR block of \`${said(subnet)}\`.`,
  },
  noRoom: {
    codes: ['ResourceInsufficient.CidrBlock', 'LimitExceeded', 'InternalError.ResourceOpFailed'],
    message: ({ vpc }) => `The VPC \`${said(vpc)}\` has no room left for another subnet.`,
  },
  inUse: {
    codes: ['ResourceInUse'],
    message: ({ subnet }) => `Addresses of the subnet \`${said(subnet)}\` are still in use.`,
  },
  addressesExhausted: {
    codes: ['FailedOperation.NoAvailableIpAddressCountInSubnet', 'InnerError.VpcError'],
    message: ({ subnet }) => `The subnet \`${said(subnet)}\` has too few addresses left.`,
  },
  addressOutside: {
    codes: ['VpcAddrNotInSubNet', 'InvalidParameter.IpNotInCidrRange'],
    message: ({ subnet }) =>
      `The IP address is not one that the subnet \`${said(subnet)}\` gives out.`,
  },
  addressReserved: {
    codes: ['VpcAddrNotInSubNet', 'InvalidParameter.NotSupportReservedIp'],
    message: ({ subnet }) => `The IP address is one that the subnet \`${said(subnet)}\` keeps.`,
  },
  addressInUse: {
    codes: ['VpcIpIsUsed', 'InvalidParameter.IpInUse'],
    message: ({ subnet }) => `The IP address in the subnet \`${said(subnet)}\` is in use.`,
  },
  malformed: {
    codes: ['InvalidParameterValue.SubnetIdMalformed', 'InvalidParameterValue.Malformed'],
  },
  nameTooLong: { codes: ['InvalidParameterValue.TooLong'] },
  empty: { codes: ['InvalidParameterValue.Empty', 'InvalidParameterValue'] },
};
