import type { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes of the pages that change bandwidth (seed 004 L31284-31346, L46414-46433). */
export const bandwidthFaultWords: FaultWords<typeof bandwidthFaults> = {
  codes: {
    outOfRange: 'InvalidParameterValue.Range',
    mixedChargeTypes: 'InvalidInstance.NotSupported',
    oneAtATime: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue'],
    chargeTypeFixed: 'InvalidParameterValue',
    addressNotHere: 'InvalidParameter',
    notPaidInAdvance: 'InvalidInstance.NotSupported',
    periodMissing: 'MissingParameter',
    periodNotForCharge: 'InvalidParameter',
    periodNotAllowed: 'InvalidParameterValue.Range',
    cannotShrink: 'InvalidParameterValue.Range',
    tooManyPeriods: ['InvalidParameterValue.LimitExceeded', 'InvalidParameterValue'],
  },
  messages: {
    outOfRange: 'The bandwidth of this instance is from 0 to {limit} Mbps.',
    mixedChargeTypes: 'The instances of one request must all have the same InternetChargeType.',
    oneAtATime: 'Bandwidth of this InternetChargeType is changed for one instance at a time.',
    chargeTypeFixed:
      'The InternetChargeType of `{instance}` is another one, and is not changed here.',
    addressNotHere: 'PublicIpAssigned is a parameter of RunInstances alone.',
    notPaidInAdvance: 'The bandwidth of the instance `{instance}` is not paid in advance.',
    periodMissing: 'Bandwidth that is paid in advance needs StartTime and EndTime.',
    periodNotForCharge: 'StartTime and EndTime are for BANDWIDTH_PREPAID alone.',
    periodNotAllowed:
      'StartTime is today or later, EndTime not before it, and not after the instance expires.',
    cannotShrink: 'Bandwidth that is paid in advance cannot be reduced: it is {limit} Mbps.',
    tooManyPeriods: 'An instance has at most {limit} bandwidth configurations.',
  },
};
