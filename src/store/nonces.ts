import { hash } from 'node:crypto';

/** A nonce that a principal has used, kept until `expiresAt` (milliseconds of the wall clock). */
export interface NonceUse {
  readonly principal: string;
  readonly nonce: string;
  readonly expiresAt: number;
}

/** Nonces that requests have used, so that none is answered twice (D18). */
export interface NonceBook {
  /** True when this is the principal's first use of the nonce; `now` is of the same clock. */
  claim(use: NonceUse, now: number): Promise<boolean>;
}

/**
 * What a nonce is kept as: 16 bytes however long it is. The length of the principal keeps
 * ("ab", "c") and ("a", "bc") apart.
 */
export function nonceId({ principal, nonce }: NonceUse): Buffer {
  return hash('sha256', `${principal.length}:${principal}${nonce}`, 'buffer').subarray(0, 16);
}
