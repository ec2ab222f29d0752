import type { FaultWords } from '#apis/fault-words.ts';
import type { orderFaults } from '#resources/order/faults.ts';

/** Codes about what is returned (seed 004 L19083, L19352; TerminateDisks, ReleaseAddresses). */
export const orderFaultWords: FaultWords<typeof orderFaults> = {
  codes: {
    nothingPaid: ['FailedOperation.InquiryRefundPriceFailed'],
    returnsExhausted: [
      'LimitExceeded.UserReturnQuota',
      'LimitExceeded.AccountReturnQuota',
      'ResourceInsufficient.OverRefundQuota',
    ],
  },
};
