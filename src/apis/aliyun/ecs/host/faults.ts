import type { FaultWords } from '#apis/fault-words.ts';
import type { hostFaults } from '#resources/host/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const hostFaultWords: FaultWords<typeof hostFaults> = {
  codes: {
    notFound: 'InvalidDedicatedHostId.NotFound',
    noRoom: 'NoAvaliableDedicatedHost',
    clusterNotFound: 'InvalidDedicatedHostClusterId.NotFound',
  },
};
