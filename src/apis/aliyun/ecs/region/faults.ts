import type { FaultWords } from '#apis/fault-words.ts';
import type { zoneFaults } from '#resources/zone/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const zoneFaultWords: FaultWords<typeof zoneFaults> = {
  codes: {
    notFound: ['InvalidZoneId.NotFound', 'InvalidZoneId.NotFound 404'],
  },
  messages: {
    notFound: 'The ZoneId provided does not exist in our records.',
  },
};
