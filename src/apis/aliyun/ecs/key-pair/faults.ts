import type { FaultWords } from '#apis/fault-words.ts';
import type { keyPairFaults } from '#resources/key-pair/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const keyPairFaultWords: FaultWords<typeof keyPairFaults> = {
  notFound: { codes: ['InvalidKeyPairName.NotFound'] },
  notForWindows: { codes: ['DependencyViolation.WindowsInstance'] },
};
