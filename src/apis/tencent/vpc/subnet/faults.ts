import type { subnetFaults } from '#resources/subnet/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/**
 * Codes of the pages of vpc 2017-03-12, such as https://cloud.tencent.com/document/api/215/15782;
 * what only a launch meets has those of RunInstances (seed 004, test/pages/tencent-cvm.json).
 */
export const subnetFaultWords: FaultWords<typeof subnetFaults> = {
  notFound: {
    code: 'ResourceNotFound',
    message: ({ subnet }) => `The subnet \`${said(subnet)}\` does not exist.`,
  },
  notInVpc: {
    code: 'InvalidParameterValue.VpcIdSubnetIdNotMatch',
    message: ({ subnet, vpc }) =>
      `The subnet \`${said(subnet)}\` is not one of the VPC \`${said(vpc)}\`.`,
  },
  zoneNotInRegion: {
    code: 'InvalidParameterValue',
    message: ({ zone }) => `The zone \`${said(zone)}\` is not one of the region.`,
  },
  quotaExceeded: {
    code: 'LimitExceeded',
    message: ({ limit }) => `The quota of ${said(limit)} subnets in one VPC is used up.`,
  },
  cidrMalformed: {
    code: 'InvalidParameterValue.Malformed',
    message: ({ cidr }) =>
      `The value \`${said(cidr)}\` of \`CidrBlock\` is not an IPv4 CIDR block.`,
  },
  maskNotAllowed: {
    code: 'InvalidParameterValue.SubnetRange',
    message: ({ cidr }) => `The mask of the CIDR block \`${said(cidr)}\` must be from 16 to 28.`,
  },
  outsideVpc: {
    code: 'InvalidParameterValue.SubnetRange',
    message: ({ cidr, vpc }) =>
      `\`${said(cidr)}\` is not inside the CIDR block of the VPC \`${said(vpc)}\`.`,
  },
  notCarried: {
    code: 'InvalidParameterValue.SubnetRange',
    message: ({ cidr, why }) => `No machine can have addresses of \`${said(cidr)}\`: ${said(why)}`,
  },
  conflict: {
    code: 'InvalidParameterValue.SubnetConflict',
    message: ({ cidr, subnet }) =>
      `\`${said(cidr)}\` overlaps the CIDR block of \`${said(subnet)}\`.`,
  },
  noRoom: {
    code: 'LimitExceeded.VpcSubnetNum',
    message: ({ vpc }) => `The VPC \`${said(vpc)}\` has no room left for another subnet.`,
  },
  inUse: {
    code: 'ResourceInUse',
    message: ({ subnet }) => `Addresses of the subnet \`${said(subnet)}\` are still in use.`,
  },
  addressesExhausted: {
    code: 'FailedOperation.NoAvailableIpAddressCountInSubnet',
    message: ({ subnet }) => `The subnet \`${said(subnet)}\` has too few addresses left.`,
  },
  addressOutside: {
    code: 'VpcAddrNotInSubNet',
    message: ({ subnet }) =>
      `The IP address is not one that the subnet \`${said(subnet)}\` gives out.`,
  },
  addressReserved: {
    code: 'VpcAddrNotInSubNet',
    message: ({ subnet }) => `The IP address is one that the subnet \`${said(subnet)}\` keeps.`,
  },
  addressInUse: {
    code: 'VpcIpIsUsed',
    message: ({ subnet }) => `The IP address in the subnet \`${said(subnet)}\` is in use.`,
  },
};
