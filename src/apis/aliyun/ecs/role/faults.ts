import type { FaultWords } from '#apis/fault-words.ts';
import type { roleFaults } from '#resources/role/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const roleFaultWords: FaultWords<typeof roleFaults> = {
  notFound: { codes: ['InvalidRamRole.NotFound'] },
};
