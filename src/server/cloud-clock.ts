import { forwardClock, type MovableClock } from '#kernel/clock.ts';
import { systemTime, type TimeSource } from '#kernel/time-source.ts';
import { noNews } from '#store/news.ts';
import type { Reader, Store, Tx } from '#store/store.ts';
import { readMeta, writeMeta } from './meta.ts';

const OFFSET_NAME = 'cloud-clock-offset-ms';
const REACHED_NAME = 'cloud-clock-reached';

/** The cloud's time, and moving it for good. */
export interface CloudClock {
  readonly clock: MovableClock;
  /** Milliseconds it is ahead of the wall clock: advanced, or held where that was set back. */
  offsetMs(): number;
  /** Moves the cloud forward; a restart keeps it, and other processes follow. */
  advance(ms: number): Promise<void>;
  /** Follows what another process has moved it by. */
  follow(): Promise<void>;
  /** Writes down how late it is, so that a restart begins no earlier. */
  keep(tx: Tx): Promise<void>;
  /** The same, at the end of a process. */
  close(): Promise<void>;
}

export interface CloudClockChoice {
  /** Takes its place in tests, and is then all there is to it. */
  readonly injected?: MovableClock | undefined;
  readonly time?: TimeSource | undefined;
}

/**
 * The cloud's clock as the last run left it: real time and what it was advanced by. It never goes
 * back, neither while it runs nor over a restart, since what is due by it would wait that long.
 * Where several processes share a store, one whose clock is wrong must not move all others: there
 * a restart begins at the time of its own machine.
 */
export async function cloudClock(
  store: Store,
  { injected, time = systemTime }: CloudClockChoice = {},
): Promise<CloudClock> {
  if (injected !== undefined) return injectedClock(injected);
  const isShared = store.news !== noNews;
  const number = async (reader: Pick<Reader, 'db'>, name: string): Promise<number> =>
    Number((await readMeta(reader, name)) ?? 0);
  const [found, reached] = await store.read(async (reader) => [
    await number(reader, OFFSET_NAME),
    isShared ? 0 : await number(reader, REACHED_NAME),
  ]);
  let advanced = found ?? 0;
  const clock = forwardClock({ source: time, offsetMs: advanced, notBefore: reached ?? 0 });
  const moveTo = (offset: number): void => {
    if (offset <= advanced) return;
    clock.advance(offset - advanced);
    advanced = offset;
  };
  const keep = async (tx: Tx): Promise<void> => {
    if (!isShared) await writeMeta(tx, REACHED_NAME, String(clock.now()));
  };
  return {
    clock,
    offsetMs: () => clock.aheadMs(),
    async advance(ms) {
      const offset = await store.write(async (tx) => {
        const sum = (await number(tx, OFFSET_NAME)) + ms;
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
      moveTo(await store.read((reader) => number(reader, OFFSET_NAME)));
    },
    keep,
    async close() {
      if (!isShared) await store.write(keep);
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
    keep: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
