import type { FaultWords } from '#apis/fault-words.ts';
import type { roleFaults } from '#resources/role/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const roleFaultWords: FaultWords<typeof roleFaults> = {
  codes: {
    notFound: 'InvalidRamRole.NotFound',
    // No stored page has the codes of what is refused of one instance of a batch.
    attachedAlready: 'InvalidParameter',
    notAttached: 'InvalidRamRole.NotFound',
  },
};
