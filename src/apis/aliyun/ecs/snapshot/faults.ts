import type { FaultWords } from '#apis/fault-words.ts';
import type { snapshotFaults } from '#resources/snapshot/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const snapshotFaultWords: FaultWords<typeof snapshotFaults> = {
  codes: {
    notFound: 'InvalidDataDiskSnapshotId.NotFound',
    notReady: 'InvalidSnapshotId.NotReady 403',
  },
};
