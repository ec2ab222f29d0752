import { defineFaults } from '#kernel/fault.ts';

/** Refusals that concern the request as a whole, not a resource. */
export const requestFaults = defineFaults('request', {
  tokenMismatch: 'The client token was used before with other parameters.',
  tokenTooLong: 'The client token is too long.',
  tokenMalformed: 'The client token has characters that are not allowed.',
  regionMissing: 'A region has to be named.',
  triedOnly: 'All checks are passed, and nothing is done, as asked.',
});
