import type { vpcFaults } from '#resources/vpc/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes of the pages of vpc 2017-03-12: https://cloud.tencent.com/document/api/215/15774 first. */
export const vpcFaultWords: FaultWords<typeof vpcFaults> = {
  codes: {
    notFound: ['InvalidParameterValue.VpcIdNotExist', 'ResourceNotFound'],
    quotaExceeded: 'LimitExceeded',
    cidrMalformed: 'InvalidParameterValue.Malformed',
    cidrNotAllowed: 'InvalidParameterValue',
    maskNotAllowed: 'InvalidParameterValue',
    addressOutside: 'InvalidParameterValue.ParameterMismatch',
    nothingDedicated: 'UnsupportedOperation.CdcPublishNeedCdcId',
    subnetsOutside: 'InvalidParameterValue',
    blockTwice: 'InvalidParameterValue.Duplicate',
    tooManyBlocksNamed: 'InvalidParameterValue.LimitExceeded',
    blocksUnnamed: ['MissingParameter', 'InvalidParameterValue'],
    blockNotFound: 'ResourceNotFound',
    blockInUse: 'ResourceInUse',
    blockOverlaps: 'InvalidParameterValue.VpcCidrConflict',
    blockRouted: 'InvalidParameterValue.VpcCidrOverlapRoute',
    blocksExceeded: 'LimitExceeded',
    hasSubnets: 'ResourceInUse',
    hasSecurityGroups: 'ResourceInUse',
    hasRouteTables: 'ResourceInUse',
    hasNatGateways: 'ResourceInUse',
    hasRoutes: 'ResourceInUse',
    malformed: ['InvalidParameterValue.VpcIdMalformed', 'InvalidParameterValue.Malformed'],
    nameTooLong: 'InvalidParameterValue.TooLong',
    empty: ['InvalidParameterValue.Empty', 'InvalidParameterValue'],
    nameServerMalformed: 'InvalidParameterValue.Malformed',
    tooManyNameServers: 'InvalidParameterValue.LimitExceeded',
  },
  messages: {
    notFound: 'The VPC `{vpc}` does not exist.',
    quotaExceeded: 'The quota of {limit} VPCs in one region is used up.',
    cidrMalformed: 'The value `{cidr}` of `CidrBlock` is not an IPv4 CIDR block.',
    cidrNotAllowed:
      'The CIDR block `{cidr}` of a VPC must be inside 10.0.0.0/8, 172.16.0.0/12 or ' +
      '192.168.0.0/16.',
    maskNotAllowed:
      'The mask of the CIDR block `{cidr}` must be from 12 (192.168.0.0/16: 16) to 28.',
    addressOutside: 'The IP address `{address}` is not one of the VPC or the subnet.',
    nothingDedicated: 'The VPC has no subnet in a dedicated cluster that could be published.',
    blockTwice: 'The CIDR block `{cidr}` is named twice.',
    blocksUnnamed: 'NewCidrBlocks or OldCidrBlocks must have a CIDR block.',
    blockNotFound: 'The VPC `{vpc}` has no assistant CIDR block `{cidr}`.',
    blockInUse: 'A subnet of the VPC `{vpc}` is in the CIDR block `{cidr}`.',
    blockOverlaps: '`{cidr}` overlaps `{other}`, which the VPC has.',
    blockRouted: '`{cidr}` has the destination `{destination}` of a route inside.',
    blocksExceeded: 'The quota of {limit} assistant CIDR blocks in one VPC is used up.',
    hasSubnets: 'The VPC `{vpc}` still has subnets: delete them first.',
    hasRouteTables: 'The VPC `{vpc}` still has route tables: delete them first.',
    hasNatGateways: 'The VPC `{vpc}` still has NAT gateways: delete them first.',
    hasRoutes: 'The VPC `{vpc}` still has routes: delete them first.',
    hasSecurityGroups: 'The VPC `{vpc}` still has security groups: delete them first.',
  },
};
