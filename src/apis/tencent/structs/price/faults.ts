import type { priceFaults } from '#resources/price/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** Codes about prices (seed 004 L12826). */
export const priceFaultWords: FaultWords<typeof priceFaults> = {
  codes: {
    tooLarge: ['FailedOperation.InquiryPriceFailed', 'InvalidParameterValue.Range'],
    bandwidthOutOfRange: ['InvalidParameter.Bandwidth', 'InvalidParameterValue.Range'],
    changeNotHere: 'InvalidParameterValue',
  },
};
