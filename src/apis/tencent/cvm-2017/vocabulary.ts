import type { faultNouns } from '#resources/nouns.ts';
import type { FaultWords } from '../../fault-words.ts';
import { withCodes } from '../with-codes.ts';
import { imageFaultWords } from '../cvm/image/faults.ts';
import { instanceFaultWords } from '../cvm/instance/faults.ts';
import { instanceTypeFaultWords } from '../cvm/instance-type/faults.ts';
import { requestFaultWords } from '../request/faults.ts';
import { securityGroupFaultWords } from '../vpc/security-group/faults.ts';
import { subnetFaultWords } from '../vpc/subnet/faults.ts';
import { vpcFaultWords } from '../vpc/vpc/faults.ts';

const VALUE = 'InvalidParameterValue';
const COMBINATION = 'InvalidParameterCombination';
/** One code for whatever an instance does not allow now (seed 004 L44122 and each page). */
const NOT_SUPPORTED = 'InvalidInstance.NotSupported';
/** No page knows of anything sold out: "the operation failed, try again later" (L41919). */
const FAILED = 'InternalError.ResourceOpFailed';

/**
 * The codes of 2017 for the faults of every noun (seed 004 L43286-43318 and the pages of the
 * instances), where they may be met there at all; the sentences are those of API 3.0.
 */
export const vocabulary2017 = {
  image: withCodes(imageFaultWords, {
    notFound: VALUE,
    tooLarge: 'InvalidParameterValue.Range',
    typeUnfit: COMBINATION,
  }),
  instance: withCodes(instanceFaultWords, {
    notFound: 'InvalidInstanceId.NotFound',
    wrongState: NOT_SUPPORTED,
    faulty: NOT_SUPPORTED,
    inProgress: NOT_SUPPORTED,
    stoppedWithoutCharge: NOT_SUPPORTED,
    paidInAdvance: NOT_SUPPORTED,
    releaseScheduled: NOT_SUPPORTED,
    tooManyGroups: VALUE,
    mixedChargeTypes: NOT_SUPPORTED,
    notPrepaid: NOT_SUPPORTED,
    protected: NOT_SUPPORTED,
    needsForce: NOT_SUPPORTED,
    notExpired: 'InvalidInstanceNotSupportedPrepaidInstance',
    quotaExceeded: 'InstancesQuotaLimitExceeded',
    zoneSoldOut: FAILED,
    publicAddressesExhausted: FAILED,
    zoneMismatch: COMBINATION,
  }),
  'instance-type': withCodes(instanceTypeFaultWords, {
    notFound: VALUE,
    notInZone: COMBINATION,
    soldOut: FAILED,
    belowMinimum: FAILED,
  }),
  request: withCodes(requestFaultWords, { tokenMismatch: VALUE }),
  'security-group': withCodes(securityGroupFaultWords, {
    notFound: VALUE,
    notInVpc: COMBINATION,
    quotaExceeded: FAILED,
    inUse: FAILED,
    isDefault: FAILED,
  }),
  subnet: withCodes(subnetFaultWords, {
    notFound: VALUE,
    notInVpc: COMBINATION,
    zoneNotInRegion: 'InvalidZone.MismatchRegion',
    quotaExceeded: FAILED,
    cidrMalformed: VALUE,
    maskNotAllowed: VALUE,
    outsideVpc: VALUE,
    notCarried: VALUE,
    conflict: VALUE,
    noRoom: FAILED,
    inUse: FAILED,
    addressesExhausted: FAILED,
    addressOutside: 'VpcAddrNotInSubNet',
    addressReserved: 'VpcAddrNotInSubNet',
    addressInUse: 'VpcIpIsUsed',
  }),
  vpc: withCodes(vpcFaultWords, {
    notFound: VALUE,
    quotaExceeded: FAILED,
    cidrMalformed: VALUE,
    cidrNotAllowed: VALUE,
    maskNotAllowed: VALUE,
    hasSubnets: FAILED,
    hasSecurityGroups: FAILED,
  }),
} satisfies { readonly [Noun in keyof typeof faultNouns]: FaultWords<(typeof faultNouns)[Noun]> };
