/** Nonces that requests have used, so that none is answered twice (D18). */
export interface NonceBook {
  /**
   * True when this principal uses the nonce for the first time; it is then kept until
   * `expiresAt`. Both times are milliseconds of the wall clock.
   */
  claim(principal: string, nonce: string, expiresAt: number, now: number): Promise<boolean>;
}
