import { hash } from 'node:crypto';

/** A nonce that a principal has used, kept until `expiresAt` (milliseconds of the wall clock). */
export interface NonceUse {
  readonly principal: string;
  readonly nonce: string;
  readonly expiresAt: number;
}

/**
 * Nonces that requests have used, so that none is answered twice (D18).
 *
 * A book remembers the latest end among the nonces it has forgotten, and refuses what ends by then:
 * after a clock went forward and back, what was forgotten in between may have been used. Where that
 * end is further ahead than `nonceMsMax`, the clock went back by more than any request lives; the
 * book starts afresh, since it would refuse everything until the clock has caught up.
 */
export interface NonceBook {
  /** True when this is the principal's first use of the nonce; `now` is of the wall clock. */
  claim(use: NonceUse, now: number): Promise<boolean>;
}

/** The longest that any request is accepted: a window to either side, the last second whole. */
export const nonceMsMax = 1_801_000;

/** Whether a use may have been forgotten; `forgottenUntil` is the latest end of those that were. */
export function mayBeForgotten(use: NonceUse, forgottenUntil: number, now: number): boolean {
  return use.expiresAt <= forgottenUntil && forgottenUntil <= now + nonceMsMax;
}

/**
 * What a nonce is kept as: 16 bytes however long it is. The length of the principal keeps
 * ("ab", "c") and ("a", "bc") apart.
 */
export function nonceId({ principal, nonce }: NonceUse): Buffer {
  return hash('sha256', `${principal.length}:${principal}${nonce}`, 'buffer').subarray(0, 16);
}
