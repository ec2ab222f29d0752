import { createHash } from 'node:crypto';

/**
 * What is in store for something, as a fraction in [0, 1): a hash of the seed and the words, so
 * the same on every machine, in every repetition, and without memory.
 */
export function fate(seed: string, words: ReadonlyArray<string | number>): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, ...words]))
    .digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}
