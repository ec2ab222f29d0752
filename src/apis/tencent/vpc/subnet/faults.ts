import type { subnetFaults } from '#resources/subnet/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/**
 * Codes of the pages of vpc 2017-03-12, such as https://cloud.tencent.com/document/api/215/15782;
 * what only a launch meets has those of RunInstances (seed 004).
 */
export const subnetFaultWords: FaultWords<typeof subnetFaults> = {
  codes: {
    notFound: ['InvalidParameterValue.SubnetNotExist', 'ResourceNotFound'],
    notInVpc: [
      'InvalidParameterValue.VpcIdSubnetIdNotMatch',
      'InvalidParameterValue.ParameterMismatch',
      'InvalidParameterCombination',
    ],
    zoneNotInRegion: ['InvalidZone.MismatchRegion', 'InvalidParameterValue'],
    quotaExceeded: 'LimitExceeded',
    cidrMalformed: 'InvalidParameterValue.Malformed',
    maskNotAllowed: 'InvalidParameterValue.SubnetRange',
    outsideVpc: 'InvalidParameterValue.SubnetRange',
    notCarried: [
      'InvalidParameterValue.SubnetRange',
      'ResourceInsufficient.CidrBlock',
      'InvalidParameterValue',
    ],
    conflict: 'InvalidParameterValue.SubnetConflict',
    noRoom: ['ResourceInsufficient.CidrBlock', 'LimitExceeded', 'InternalError.ResourceOpFailed'],
    inUse: 'ResourceInUse',
    addressesExhausted: [
      'FailedOperation.NoAvailableIpAddressCountInSubnet',
      'InnerError.VpcError',
    ],
    addressOutside: ['VpcAddrNotInSubNet', 'InvalidParameter.IpNotInCidrRange'],
    addressReserved: ['VpcAddrNotInSubNet', 'InvalidParameter.NotSupportReservedIp'],
    addressInUse: ['VpcIpIsUsed', 'InvalidParameter.IpInUse'],
    malformed: ['InvalidParameterValue.SubnetIdMalformed', 'InvalidParameterValue.Malformed'],
    nameTooLong: 'InvalidParameterValue.TooLong',
    tooManyNamed: 'InvalidParameterValue.LimitExceeded',
    empty: ['InvalidParameterValue.Empty', 'InvalidParameterValue'],
  },
  messages: {
    notFound: 'The subnet `{subnet}` does not exist.',
    notInVpc: 'The subnet `{subnet}` is not one of the VPC `{vpc}`.',
    zoneNotInRegion: 'The zone `{zone}` is not one of the region.',
    quotaExceeded: 'The quota of {limit} subnets in one VPC is used up.',
    cidrMalformed: 'The value `{cidr}` of `CidrBlock` is not an IPv4 CIDR block.',
    maskNotAllowed: 'The mask of the CIDR block `{cidr}` must be from 16 to 28.',
    outsideVpc: '`{cidr}` is not inside the CIDR block of the VPC `{vpc}`.',
    notCarried: 'No machine can have addresses of `{cidr}`: {why}',
    conflict: '`{cidr}` overlaps the CIDR block of `{subnet}`.',
    noRoom: 'The VPC `{vpc}` has no room left for another subnet.',
    inUse: 'Addresses of the subnet `{subnet}` are still in use.',
    addressesExhausted: 'The subnet `{subnet}` has too few addresses left.',
    addressOutside: 'The IP address is not one that the subnet `{subnet}` gives out.',
    addressReserved: 'The IP address is one that the subnet `{subnet}` keeps.',
    addressInUse: 'The IP address in the subnet `{subnet}` is in use.',
  },
};
