import type { FaultWords } from '#apis/fault-words.ts';
import type { chargeChangeFaults } from '#resources/instance/charge-change-faults.ts';

/** Codes of the page of ModifyInstanceChargeType. */
export const chargeChangeFaultWords: FaultWords<typeof chargeChangeFaults> = {
  codes: {
    already: 'InvalidInstanceChargeType.ValueNotSupported',
    fixed: 'InvalidInstanceChargeType.ValueNotSupported',
    familyFixed: 'InvalidInstanceChargeType.ValueNotSupported',
    periodMissing: 'InvalidPeriod',
    zonesDiffer: 'InvalidParameter.InstanceIds',
    tooMuchBandwidth: 'InvalidParameter.Bandwidth',
  },
  messages: {
    already: 'The instance {instance} is paid in that way already.',
    fixed: 'The billing method of the instance {instance} does not change.',
    familyFixed: 'The billing method of instances of {family} does not change.',
    tooMuchBandwidth: 'With that billing method {limit} Mbit/s are sold at most.',
  },
};
