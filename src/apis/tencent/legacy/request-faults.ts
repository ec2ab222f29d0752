import { requestFaultWords } from '../request/faults.ts';
import { PARAMETER } from './codes.ts';
import { withCodes } from '../with-codes.ts';

/** No page lists a code for a client token that comes with other parameters (D17). */
export const legacyRequestFaultWords = withCodes(requestFaultWords, {
  tokenMismatch: {
    code: PARAMETER,
    message: () => 'The clientToken was used before with other parameters: send another one.',
  },
});
