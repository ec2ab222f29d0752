import { mayBeForgotten, type NonceBook } from './nonces.ts';

/** Nonces of a store that keeps nothing. Claimed in about the order in which they expire. */
export function memoryNonces(): NonceBook {
  const expiries = new Map<string, number>();
  let forgottenUntil = 0;
  const forgetTwo = (now: number): void => {
    let looked = 0;
    for (const [id, expiresAt] of expiries) {
      if (looked === 2 || expiresAt > now) return;
      expiries.delete(id);
      forgottenUntil = Math.max(forgottenUntil, expiresAt);
      looked += 1;
    }
  };
  return {
    async claim(use, now) {
      const { principal, nonce, expiresAt } = use;
      const id = `${principal.length}:${principal}${nonce}`;
      forgetTwo(now);
      if (mayBeForgotten(use, forgottenUntil, now)) return false;
      if ((expiries.get(id) ?? now) > now) return false;
      expiries.delete(id);
      expiries.set(id, expiresAt);
      return true;
    },
  };
}
