import type { ledgerFaults } from '#resources/ledger/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about money (seed 004 L9530, L45604, L52846; the last is of the pages of addresses). */
export const ledgerFaultWords: FaultWords<typeof ledgerFaults> = {
  codes: {
    balanceInsufficient: [
      'InvalidAccount.InsufficientBalance',
      'OperationConstraints.AccountBalanceNotEnough',
      'FailedOperation.BalanceInsufficient',
    ],
  },
};
