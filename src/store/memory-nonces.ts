import type { NonceBook } from './nonces.ts';

/** Nonces of a store that keeps nothing. Claimed in about the order in which they expire. */
export function memoryNonces(): NonceBook {
  const expiries = new Map<string, number>();
  const forgetTwo = (now: number): void => {
    let looked = 0;
    for (const [id, expiresAt] of expiries) {
      if (looked === 2 || expiresAt > now) return;
      expiries.delete(id);
      looked += 1;
    }
  };
  return {
    async claim({ principal, nonce, expiresAt }, now) {
      const id = `${principal.length}:${principal}${nonce}`;
      forgetTwo(now);
      if ((expiries.get(id) ?? now) > now) return false;
      expiries.delete(id);
      expiries.set(id, expiresAt);
      return true;
    },
  };
}
