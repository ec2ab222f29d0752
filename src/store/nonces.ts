import { hash } from 'node:crypto';

/** Nonces that requests have used, so that none is answered twice (D18). */
export interface NonceBook {
  /**
   * True when this principal uses the nonce for the first time; it is then kept until
   * `expiresAt`. Both times are milliseconds of the wall clock.
   */
  claim(principal: string, nonce: string, expiresAt: number, now: number): Promise<boolean>;
}

/**
 * What a nonce is kept as: 16 bytes however long it is. The length of the principal keeps
 * ("ab", "c") and ("a", "bc") apart.
 */
export function nonceId(principal: string, nonce: string): Buffer {
  return hash('sha256', `${principal.length}:${principal}${nonce}`, 'buffer').subarray(0, 16);
}
