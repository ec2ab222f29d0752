import type { hostFaults } from '#resources/host/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about dedicated hosts (seed 004 L9545-9865, L43286-43318). */
export const hostFaultWords: FaultWords<typeof hostFaults> = {
  codes: {
    malformed: 'InvalidHostId.Malformed',
    notFound: 'InvalidHostId.NotFound',
    noneFits: 'InvalidParameter.InstanceTypeSupportedHostNotFound',
    typeOfHosts: 'InvalidParameterCombination',
  },
  messages: {
    notFound: 'The dedicated host does not exist.',
    noneFits: 'There is no dedicated host that supports the instance type.',
    typeOfHosts: 'An instance type of dedicated hosts is charged as CDHPAID alone.',
  },
};
