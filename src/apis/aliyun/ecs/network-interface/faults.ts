import type { FaultWords } from '#apis/fault-words.ts';
import type { networkInterfaceFaults } from '#resources/network-interface/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const networkInterfaceFaultWords: FaultWords<typeof networkInterfaceFaults> = {
  codes: {
    notFound: ['InvalidEniId.NotFound 404', 'InvalidEniId.NotFound'],
    isPrimary: 'InvalidOperation.InvalidEniType 403',
  },
  messages: {
    notFound: 'The specified network interface does not exist.',
    isPrimary: 'The interface comes with its instance: name the instance instead.',
  },
};
