import type { zoneFaults } from '#resources/zone/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about zones (seed 004 L40137, L52848). */
export const zoneFaultWords: FaultWords<typeof zoneFaults> = {
  codes: {
    notInRegion: ['InvalidZone.MismatchRegion', 'InvalidParameter.InvaildZoneId'],
  },
};
