import type { FaultWords } from '#apis/fault-words.ts';
import type { priceFaults } from '#resources/price/faults.ts';

/** Refusals about prices: the pages of BSS list no code of their own for them. */
export const priceFaultWords: FaultWords<typeof priceFaults> = {
  codes: {
    tooLarge: 'InvalidParameter',
    notSoldHere: 'InvalidParameter',
    malformed: 'InvalidParameter',
    changeNotHere: 'InvalidParameter',
  },
};
