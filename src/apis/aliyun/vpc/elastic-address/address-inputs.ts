import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { id, string } from '#wire/builders.ts';

/** AllocationId of an action on one. */
export const allocationId = id('elastic-address', { required: true });

const NO_ADDRESS = /^(?!https?:\/\/)/;
const reasons = elasticAddressFaults.nameMalformed;

/** Mbps, as a text. */
export const bandwidth = {
  max: 5,
  pattern: /^\d+$/,
  reasons: elasticAddressFaults.bandwidthOutOfRange,
} as const;

/** Up to 128 characters that do not begin with http:// or https://. */
export const addressName = string({ max: 128, pattern: NO_ADDRESS, empty: 'kept', reasons });

/** Up to 256 of them. */
export const addressDescription = string({ max: 256, pattern: NO_ADDRESS, empty: 'kept', reasons });
