import type { FaultWords } from '../../fault-words.ts';
import type { requestFaults } from '#resources/request/faults.ts';

/** No page lists a code for a client token that comes with other parameters (D17). */
export const requestFaultWords: FaultWords<typeof requestFaults> = {
  tokenMismatch: {
    code: 'InvalidParameterValue',
    message: () =>
      'The value of `ClientToken` was used before with other parameters: ' +
      'send the same parameters, or another token.',
  },
};
