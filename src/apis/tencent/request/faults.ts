import type { requestFaults } from '#resources/request/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** No page of cvm lists a code for a client token that comes with other parameters (D17). */
export const requestFaultWords: FaultWords<typeof requestFaults> = {
  codes: {
    tokenMismatch: [
      'UnsupportedOperation.IdempotentParameterMismatch',
      'InvalidParameterValue',
      'InvalidParameter',
    ],
    tokenTooLong: 'InvalidClientToken.TooLong',
  },
  messages: {
    tokenMismatch:
      'The client token was used before with other parameters: send the same, or another ' +
      'token.',
  },
};
