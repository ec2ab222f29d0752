import type { subnetFaults } from '#resources/subnet/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';
import { said } from '../../../said.ts';

/**
 * Codes of the pages of vpc 2016-04-28 (vpc/pages.ts), such as
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-createvswitch;
 * what only a launch meets has those of RunInstances or CreateInstance (seeds 001 to 003).
 */
export const subnetFaultWords: FaultWords<typeof subnetFaults> = {
  // Terraform takes this status alone for "gone" (facts/ecs-surrounding.md, 3).
  notFound: {
    codes: ['InvalidVSwitchId.NotFound 404'],
    message: ({ subnet }) => `The specified VSwitch does not exist: ${said(subnet)}.`,
  },
  notInVpc: {
    codes: ['InvalidParameter.Mismatch', 'InvalidVSwitchId.NotFound 404'],
    message: ({ subnet, vpc }) => `The VSwitch ${said(subnet)} is not in the VPC ${said(vpc)}.`,
  },
  zoneNotInRegion: {
    codes: ['InvalidZoneId.NotFound 404'],
    message: ({ zone }) => `The specified zone does not exist in the region: ${said(zone)}.`,
  },
  quotaExceeded: {
    codes: ['QuotaExceeded.VSwitch'],
    message: ({ limit }) => `The quota of ${said(limit)} VSwitches in one VPC is used up.`,
  },
  cidrMalformed: {
    codes: ['InvalidCidrBlock.Malformed'],
    message: ({ cidr }) => `The specified CIDR block is not valid: ${said(cidr)}.`,
  },
  maskNotAllowed: {
    codes: ['InvalidCirdrBlock.MaskLength'],
    message: ({ cidr }) => `The mask of a VSwitch must be from 16 to 29: ${said(cidr)}.`,
  },
  outsideVpc: {
    codes: ['InvalidParameter'],
    message: ({ cidr, vpc }) => `${said(cidr)} is not inside the CIDR block of ${said(vpc)}.`,
  },
  notCarried: {
    codes: ['InvalidParameter'],
    message: ({ cidr, why }) =>
      `No machine can have addresses of the CIDR block ${said(cidr)}: ${said(why)}`,
  },
  conflict: {
    codes: ['InvalidCidrBlock.Overlapped'],
    message: ({ cidr, subnet }) => `${said(cidr)} overlaps the CIDR block of ${said(subnet)}.`,
  },
  noRoom: {
    codes: ['InvalidVSwitch.DefaultVSwitchNotSupport 403', 'ResourceNotAvailable'],
    message: ({ vpc, bits }) =>
      `The VPC ${said(vpc)} has no CIDR block with a mask of ${said(bits)} left.`,
  },
  inUse: {
    codes: ['DependencyViolation'],
    message: ({ subnet }) => `There are still resources in the VSwitch ${said(subnet)}.`,
  },
  addressesExhausted: {
    codes: ['QuotaExceeded.PrivateIpAddress'],
    message: ({ subnet }) => `The VSwitch ${said(subnet)} has too few IP addresses left.`,
  },
  addressOutside: {
    codes: ['InvalidPrivateIpAddress'],
    message: ({ subnet }) => `The IP address is not one that the VSwitch ${said(subnet)} has.`,
  },
  addressReserved: {
    codes: ['InvalidPrivateIpAddress'],
    message: ({ subnet }) => `The IP address is one that the VSwitch ${said(subnet)} keeps.`,
  },
  addressInUse: {
    codes: ['InvalidPrivateIpAddress.Duplicated'],
    message: ({ subnet }) => `The IP address in the VSwitch ${said(subnet)} is in use.`,
  },
  nameMalformed: { codes: ['InvalidVSwitchName.Malformed'] },
  descriptionMalformed: { codes: ['InvalidVSwitchDiscription.Malformed'] },
  tooManyNamed: { codes: ['InvalidVSwitchIdNumber.NotSupported'] },
};
