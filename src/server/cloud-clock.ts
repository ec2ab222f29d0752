import { type MovableClock, realClock } from '#kernel/clock.ts';
import type { Store } from '#store/store.ts';
import { readMeta, writeMeta } from './meta.ts';

const OFFSET_NAME = 'cloud-clock-offset-ms';

/** The cloud's time, and moving it for good. */
export interface CloudClock {
  readonly clock: MovableClock;
  /** Milliseconds it is ahead of the wall clock by what it was advanced. */
  offsetMs(): number;
  /** Moves the cloud forward; a restart keeps it. */
  advance(ms: number): Promise<void>;
}

/**
 * The cloud's clock as the last run left it: real time and what it was advanced by. `injected`
 * takes its place in tests, and is then all there is to it.
 */
export async function cloudClock(
  store: Store,
  injected: MovableClock | undefined,
): Promise<CloudClock> {
  if (injected !== undefined) return injectedClock(injected);
  const stored = await store.read((reader) => readMeta(reader, OFFSET_NAME));
  const clock = realClock(Number(stored ?? 0));
  return {
    clock,
    offsetMs: () => clock.offsetMs(),
    async advance(ms) {
      const offset = clock.offsetMs() + ms;
      if (!Number.isSafeInteger(offset) || ms < 0 || offset > OFFSET_MS_MAX) {
        throw new RangeError('The cloud moves forward, by at most a hundred years in all.');
      }
      await store.write((tx) => writeMeta(tx, OFFSET_NAME, String(offset)));
      clock.advance(ms);
    },
  };
}

const OFFSET_MS_MAX = 100 * 366 * 86_400_000;

function injectedClock(clock: MovableClock): CloudClock {
  let advanced = 0;
  return {
    clock,
    offsetMs: () => advanced,
    advance(ms) {
      clock.advance(ms);
      advanced += ms;
      return Promise.resolve();
    },
  };
}
