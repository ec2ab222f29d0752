import type { snapshotFaults } from '#resources/snapshot/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about snapshots (seed 004 L9545-9865). */
export const snapshotFaultWords: FaultWords<typeof snapshotFaults> = {
  codes: {
    malformed: 'InvalidParameterValue.SnapshotIdMalformed',
    notFound: 'InvalidParameter.SnapshotNotFound',
  },
  messages: {
    notFound: 'The snapshot does not exist.',
  },
};
