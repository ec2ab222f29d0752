import type { vpcFaults } from '#resources/vpc/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2016-04-28 (vpc/pages.ts), such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvpc.
 */
export const vpcFaultWords: FaultWords<typeof vpcFaults> = {
  codes: {
    // Terraform takes this status alone for "gone" (facts/ecs-surrounding.md, 3).
    notFound: 'InvalidVpcId.NotFound 404',
    quotaExceeded: 'QuotaExceeded.Vpc',
    cidrMalformed: 'InvalidParameter',
    cidrNotAllowed: 'OperationDenied.CidrInExcludeCidrs',
    maskNotAllowed: 'IllegalParam.CidrBlockMask',
    subnetsOutside: 'InvalidParameter',
    hasDefault: 'QuotaExceeded.Vpc',
    noDefault: 'InvalidVpcId.NotFound 404',
    blockTwice: 'InvalidParameter',
    blockNotFound: 'InvalidParameter',
    blockInUse: ['OperationFailed.CidrInUse', 'InvalidParameter'],
    blockOverlaps: 'InvalidParameter',
    blockRouted: 'InvalidParameter',
    blocksExceeded: ['QuotaExceeded', 'InvalidParameter'],
    hasSubnets: 'DependencyViolation.VSwitch',
    hasSecurityGroups: 'DependencyViolation.SecurityGroup',
    hasNetworkAcls: 'OperationDenied 403',
    noIpv6: 'OperationDenied.VpcIpv6NotEnabled',
    hasRouteTables: 'DependencyViolation.RouteTable',
    hasNatGateways: 'DependencyViolation.NatGateway',
    hasRoutes: 'DependencyViolation.RouteEntry',
    nameMalformed: 'InvalidVpcName.Malformed',
    descriptionMalformed: 'InvalidVpcDiscription.Malformed',
    tooManyBlocks: 'InvalidUserCidr.Quota',
    blockMalformed: 'InvalidUserCidr.Malformed',
    tooManyNamed: 'InvalidVpcIdNumber.NotSupported',
  },
  messages: {
    notFound: 'The specified VPC does not exist: {vpc}.',
    quotaExceeded: 'The quota of {limit} VPCs in one region is used up.',
    cidrMalformed: 'The specified CIDR block is not valid: {cidr}.',
    cidrNotAllowed:
      'A VPC cannot have addresses of 100.64.0.0/10, 224.0.0.0/4, 127.0.0.0/8 or ' +
      '169.254.0.0/16: {cidr}.',
    maskNotAllowed: 'The mask of a VPC must be from 8 to 28: {cidr}.',
    subnetsOutside: 'A VSwitch of the VPC {vpc} would be outside of {cidr}.',
    hasDefault: 'The region has its default VPC already.',
    noDefault: 'The region has no default VPC: create it first.',
    blockTwice: 'The CIDR block {cidr} is named twice.',
    blockNotFound: 'The VPC {vpc} has no secondary CIDR block {cidr}.',
    blockInUse: 'A VSwitch of the VPC {vpc} is in the CIDR block {cidr}.',
    blockOverlaps: '{cidr} overlaps {other}, which the VPC has.',
    blockRouted: '{cidr} has the destination {destination} of a route entry inside.',
    blocksExceeded: 'The quota of {limit} secondary CIDR blocks in one VPC is used up.',
    hasSubnets: 'There are still VSwitches in the VPC {vpc}: delete them first.',
    hasNetworkAcls: 'There are still network ACLs in the VPC {vpc}: delete them first.',
    noIpv6: 'IPv6 has not been enabled for the VPC {vpc}.',
    hasRouteTables: 'There are still route tables in the VPC {vpc}: delete them first.',
    hasNatGateways: 'There are still NAT gateways in the VPC {vpc}: delete them first.',
    hasRoutes: 'There are still custom routes in the VPC {vpc}: delete them first.',
    hasSecurityGroups: 'There are still security groups in the VPC {vpc}: delete them first.',
    blockMalformed: 'The specified UserCidr is not a CIDR block: {cidr}.',
  },
};
