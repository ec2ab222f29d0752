import type { FaultWords } from '#apis/fault-words.ts';
import type { chargeChangeFaults } from '#resources/instance/charge-change-faults.ts';

/** Codes of the pages that change the charge type (seed 004 L16150-16300, L14000-14080). */
export const chargeChangeFaultWords: FaultWords<typeof chargeChangeFaults> = {
  codes: {
    already: 'UnsupportedOperation.InstanceChargeType',
    fixed: 'UnsupportedOperation.InstanceChargeType',
    familyFixed: 'InvalidInstance.NotSupported',
    periodMissing: 'MissingParameter',
    zonesDiffer: 'UnsupportedOperation.InstanceMixedZoneType',
    tooMuchBandwidth: 'LimitExceeded.InstanceTypeBandwidth',
  },
  messages: {
    already: 'The instance `{instance}` is paid in that way already.',
    fixed: 'The charge type of the instance `{instance}` does not change.',
    familyFixed: 'The charge type of instances of {family} does not change.',
    periodMissing: 'InstanceChargePrepaid is needed where InstanceChargeType is PREPAID.',
    zonesDiffer: 'The instances of one request must all be in one zone.',
    tooMuchBandwidth: 'In that way {limit} Mbps are sold at most.',
  },
};
