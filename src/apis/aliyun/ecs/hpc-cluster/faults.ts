import type { FaultWords } from '#apis/fault-words.ts';
import type { hpcClusterFaults } from '#resources/hpc-cluster/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const hpcClusterFaultWords: FaultWords<typeof hpcClusterFaults> = {
  codes: {
    notFound: 'InvalidHpcClusterId.NotFound',
  },
};
