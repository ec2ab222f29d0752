import type { FaultWords } from '#apis/fault-words.ts';
import type { zoneFaults } from '#resources/zone/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const zoneFaultWords: FaultWords<typeof zoneFaults> = {
  notFound: {
    codes: ['InvalidZoneId.NotFound', 'InvalidZoneId.NotFound 404'],
    message: () => 'The ZoneId provided does not exist in our records.',
  },
};
