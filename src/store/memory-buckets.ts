import type { Buckets } from './buckets.ts';

interface Bucket {
  /** Uses that were left at `filledAt`. */
  readonly left: number;
  readonly filledAt: number;
}

const BUCKETS_MAX = 65_536;
const SECOND_MS = 1_000;

/**
 * Buckets of a process that has its store to itself. The one unused for longest is dropped where
 * there are too many; it is full again by then.
 */
export function memoryBuckets(bucketsMax = BUCKETS_MAX): Buckets {
  const buckets = new Map<string, Bucket>();
  return {
    take({ name, rate }, now) {
      const bucket = buckets.get(name) ?? { left: rate, filledAt: now };
      const elapsedMs = Math.max(now - bucket.filledAt, 0);
      const left = Math.min(bucket.left + (elapsedMs * rate) / SECOND_MS, rate);
      const taken = left >= 1;
      buckets.delete(name);
      buckets.set(name, { left: taken ? left - 1 : left, filledAt: now });
      if (buckets.size > bucketsMax) {
        const oldest = buckets.keys().next();
        if (oldest.done !== true) buckets.delete(oldest.value);
      }
      return taken;
    },
  };
}
