import { defineFaults } from '#kernel/fault.ts';

/** Refusals that concern the request as a whole, not a resource. */
export const requestFaults = defineFaults('request', {
  tokenMismatch: 'The client token was used before with other parameters.',
});
