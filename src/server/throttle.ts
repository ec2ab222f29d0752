import type { Clock } from '#kernel/clock.ts';
import type { RateBook } from '#store/rates.ts';
import type { Principal } from '#wire/authorise.ts';
import type { ActionOf } from '#wire/dialect.ts';
import type { PipelinePorts } from '#wire/pipeline.ts';
import { rateOf } from '#wire/service.ts';

/** Whether a request may pass now; true costs one of the requests the second allows. */
export type Throttle = PipelinePorts['mayPass'];

/** One that decides by itself, at once. */
export type LocalThrottle = (...found: Parameters<Throttle>) => boolean;

interface Bucket {
  /** Requests that may pass at `filledAt`. */
  left: number;
  filledAt: number;
}

const BUCKETS_MAX = 65_536;
const SECOND_MS = 1_000;

/** Everything passes: the limits of the vendors protect machines that are not there. */
export const noThrottle: LocalThrottle = () => true;

/**
 * The documented requests a second, for each principal, action and region: a bucket that holds one
 * second's worth. Not by the cloud's clock, since it is clients that hurry. The bucket unused for
 * longest is dropped where there are too many; it is full again by then.
 */
export function documentedThrottle(wall: Clock, bucketsMax = BUCKETS_MAX): LocalThrottle {
  const buckets = new Map<string, Bucket>();
  return (principal, found, region) => {
    const name = bucketOf(principal, found, region);
    const rate = rateOf(found.service, found.action);
    if (rate === undefined) return true;
    const now = wall.steady();
    const bucket = buckets.get(name) ?? { left: rate, filledAt: now };
    const elapsedMs = now - bucket.filledAt;
    const left = Math.min(bucket.left + (elapsedMs * rate) / SECOND_MS, rate);
    const passes = left >= 1;
    buckets.delete(name);
    buckets.set(name, { left: passes ? left - 1 : left, filledAt: now });
    if (buckets.size > bucketsMax) {
      const oldest = buckets.keys().next();
      if (oldest.done !== true) buckets.delete(oldest.value);
    }
    return passes;
  };
}

/** The same limits for all processes that share a store, which counts for them. */
export function sharedThrottle(rates: RateBook, wall: Clock): Throttle {
  return (principal, found, region) => {
    const rate = rateOf(found.service, found.action);
    return rate === undefined || rates.take(bucketOf(principal, found, region), rate, wall.now());
  };
}

function bucketOf({ account, principal }: Principal, found: ActionOf, region: string): string {
  return `${account}/${principal}/${found.action.name}/${region}`;
}
