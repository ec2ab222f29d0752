import type { priceFaults } from '#resources/price/faults.ts';
import type { FaultWords } from '../../../fault-words.ts';

/** The pages that price elastic addresses have no code of their own for it. */
const ofAddresses = [
  'InvalidParameterValue.BandwidthOutOfRange',
  'UnsupportedOperation.InvalidAddressInternetChargeType',
];

/** Codes about prices (seed 004 L12826). */
export const priceFaultWords: FaultWords<typeof priceFaults> = {
  codes: {
    tooLarge: ['FailedOperation.InquiryPriceFailed', 'InvalidParameterValue.Range', ...ofAddresses],
    bandwidthOutOfRange: ['InvalidParameter.Bandwidth', 'InvalidParameterValue.Range'],
    changeNotHere: ['InvalidParameterValue', ...ofAddresses],
  },
};
