import { FAILED, PARAMETER } from '../../legacy/codes.ts';
import { withCodes } from '../../with-codes.ts';
import { subnetFaultWords } from '../../vpc/subnet/faults.ts';

/** What a launch can meet has the codes of its page (seed 004 L52848-52854). */
export const legacySubnetFaultWords = withCodes(subnetFaultWords, {
  notFound: PARAMETER,
  notInVpc: PARAMETER,
  zoneNotInRegion: PARAMETER,
  quotaExceeded: FAILED,
  cidrMalformed: PARAMETER,
  maskNotAllowed: PARAMETER,
  outsideVpc: PARAMETER,
  notCarried: PARAMETER,
  conflict: PARAMETER,
  noRoom: FAILED,
  inUse: FAILED,
  addressesExhausted: FAILED,
  addressOutside: 'InvalidParameter.IpNotInCidrRange',
  addressReserved: 'InvalidParameter.NotSupportReservedIp',
  addressInUse: 'InvalidParameter.IpInUse',
});
