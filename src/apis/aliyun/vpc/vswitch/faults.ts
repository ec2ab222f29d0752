import type { subnetFaults } from '#resources/subnet/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** An address that a VSwitch has not, or keeps. */
const OUTSIDE = [
  'InvalidPrivateIpAddress',
  'InvalidVSwitchId.IpInvalid 403',
  'InvalidPrivateIpAddress.Mismatch',
];

/**
 * Codes of the pages of vpc 2016-04-28 (vpc/pages.ts), such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch;
 * what only a launch meets has those of RunInstances or CreateInstance (seeds 001 to 003).
 */
export const subnetFaultWords: FaultWords<typeof subnetFaults> = {
  codes: {
    // Terraform takes this status alone for "gone" (facts/ecs-surrounding.md, 3).
    notFound: ['InvalidVSwitchId.NotFound 404', 'InvalidResource.NotFound'],
    notInVpc: ['InvalidParameter.Mismatch', 'InvalidVSwitchId.NotFound 404'],
    zoneNotInRegion: 'InvalidZoneId.NotFound 404',
    quotaExceeded: 'QuotaExceeded.VSwitch',
    cidrMalformed: 'InvalidCidrBlock.Malformed',
    maskNotAllowed: 'InvalidCirdrBlock.MaskLength',
    outsideVpc: 'InvalidParameter',
    notCarried: 'InvalidParameter',
    conflict: 'InvalidCidrBlock.Overlapped',
    noRoom: ['InvalidVSwitch.DefaultVSwitchNotSupport 403', 'ResourceNotAvailable'],
    noIpv6: ['InvalidVSwitch.Ipv6NotTurnOn 403', 'InvalidParameter'],
    ipv6InUse: ['OperationFailed.CidrInUse', 'InvalidParameter'],
    ipv6Malformed: 'InvalidParameter',
    ipv6Outside: 'InvalidParameter',
    ipv6Taken: ['InvalidCidrBlock.Overlapped', 'InvalidParameter'],
    ipv6Exceeded: 'InvalidParameter',
    namedTwice: 'InvalidParameter',
    hasNetworkAcl: ['DependencyViolation.NetworkAcl', 'DependencyViolation'],
    hasSnatRules: 'DependencyViolation',
    inUse: 'DependencyViolation',
    addressesExhausted: [
      'QuotaExceeded.PrivateIpAddress',
      'InvalidVSwitchId.IpNotEnough 403',
      'InvalidParameter',
    ],
    addressOutside: OUTSIDE,
    addressReserved: OUTSIDE,
    addressInUse: 'InvalidPrivateIpAddress.Duplicated',
    hasDefault: 'QuotaExceeded.VSwitch',
    nameMalformed: 'InvalidVSwitchName.Malformed',
    descriptionMalformed: 'InvalidVSwitchDiscription.Malformed',
    tooManyNamed: 'InvalidVSwitchIdNumber.NotSupported',
  },
  messages: {
    notFound: 'The specified VSwitch does not exist: {subnet}.',
    notInVpc: 'The VSwitch {subnet} is not in the VPC {vpc}.',
    zoneNotInRegion: 'The specified zone does not exist in the region: {zone}.',
    quotaExceeded: 'The quota of {limit} VSwitches in one VPC is used up.',
    cidrMalformed: 'The specified CIDR block is not valid: {cidr}.',
    maskNotAllowed: 'The mask of a VSwitch must be from 16 to 29: {cidr}.',
    outsideVpc: '{cidr} is not inside the CIDR block of {vpc}.',
    notCarried: 'No machine can have addresses of the CIDR block {cidr}: {why}',
    conflict: '{cidr} overlaps the CIDR block of {subnet}.',
    noRoom: 'The VPC {vpc} has no CIDR block with a mask of {bits} left.',
    hasDefault: 'The zone {zone} has its default VSwitch already.',
    ipv6InUse: 'IPv6 addresses of the VSwitch {subnet} are in use.',
    noIpv6: 'The VSwitch {subnet} has no IPv6 CIDR block.',
    ipv6Taken: 'The IPv6 CIDR block {cidr} is that of {subnet}.',
    ipv6Exceeded: 'The VSwitch {subnet} has an IPv6 CIDR block, which cannot be changed.',
    hasNetworkAcl: 'The VSwitch {subnet} is associated with {network-acl}.',
    hasSnatRules: 'A SNAT entry is for the VSwitch {subnet}: delete it first.',
    inUse: 'There are still resources in the VSwitch {subnet}.',
    addressesExhausted: 'The VSwitch {subnet} has too few IP addresses left.',
    addressOutside: 'The IP address is not one that the VSwitch {subnet} has.',
    addressReserved: 'The IP address is one that the VSwitch {subnet} keeps.',
    addressInUse: 'The IP address in the VSwitch {subnet} is in use.',
  },
};
