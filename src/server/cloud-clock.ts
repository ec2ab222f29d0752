import { type MovableClock, realClock } from '#kernel/clock.ts';
import type { Reader, Store } from '#store/store.ts';
import { readMeta, writeMeta } from './meta.ts';

const OFFSET_NAME = 'cloud-clock-offset-ms';

/** The cloud's time, and moving it for good. */
export interface CloudClock {
  readonly clock: MovableClock;
  /** Milliseconds it is ahead of the wall clock by what it was advanced. */
  offsetMs(): number;
  /** Moves the cloud forward; a restart keeps it, and other processes follow. */
  advance(ms: number): Promise<void>;
  /** Follows what another process has moved it by. */
  follow(): Promise<void>;
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
  const stored = async (reader: Reader): Promise<number> =>
    Number((await readMeta(reader, OFFSET_NAME)) ?? 0);
  const clock = realClock(await store.read(stored));
  const moveTo = (offset: number): void => {
    if (offset > clock.offsetMs()) clock.advance(offset - clock.offsetMs());
  };
  return {
    clock,
    offsetMs: () => clock.offsetMs(),
    async advance(ms) {
      const offset = await store.write(async (tx) => {
        const sum = (await stored(tx)) + ms;
        if (!Number.isSafeInteger(sum) || ms < 0 || sum > OFFSET_MS_MAX) {
          throw new RangeError('The cloud moves forward, by at most a hundred years in all.');
        }
        await writeMeta(tx, OFFSET_NAME, String(sum));
        tx.afterCommit(() => store.news.tell('clock'));
        return sum;
      });
      moveTo(offset);
    },
    async follow() {
      moveTo(await store.read(stored));
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
    follow: () => Promise.resolve(),
  };
}
