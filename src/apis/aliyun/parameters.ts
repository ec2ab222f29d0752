import { requestFaults } from '#resources/request/faults.ts';
import { string } from '#wire/builders.ts';

/** Accepted, and of no effect here. */
export const silent = { deprecated: true, source: 'sdk' } as const;

/** Up to 64 characters of ASCII. */
export const clientToken = string({
  max: 64,
  pattern: /^[\x20-\x7e]*$/,
  reasons: requestFaults.tokenMalformed,
});
