import type { FaultWords } from '#apis/fault-words.ts';
import type { ledgerFaults } from '#resources/ledger/faults.ts';

/**
 * Codes about money (seed 002 L628). The page of RenewInstance has none, so it is told in its
 * general one, with the sentence.
 */
export const ledgerFaultWords: FaultWords<typeof ledgerFaults> = {
  codes: {
    balanceInsufficient: [
      'InsufficientBalance 403',
      'InvalidAccountStatus.NotEnoughBalance 403',
      'Account.Arrearage 400',
      'InvalidParameter',
    ],
    inArrears: [
      'Account.Arrearage 400',
      'InsufficientBalance 403',
      'InvalidAccountStatus.NotEnoughBalance 403',
      'InvalidParameter',
    ],
  },
  messages: {
    balanceInsufficient: 'Your account does not have enough balance.',
    inArrears: 'Your account has an outstanding payment.',
  },
};
