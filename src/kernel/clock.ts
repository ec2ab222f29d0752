import { systemTime, type TimeSource } from './time-source.ts';

/**
 * Two clocks are injected everywhere (D1): `wall` for signatures, nonces, throttling and leases,
 * `cloud` for the domain, billing and the due times of workflows. Moving the cloud by a month
 * must not expire a signature.
 *
 * A wall clock may be set forward or back while a server runs. So what happens every few seconds,
 * or lasts a few, goes by `after` and `steady`, which such a jump does not touch.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Runs `run` once when now() has reached `at`; the answer cancels it. */
  at(at: number, run: () => void): () => void;
  /** Runs `run` once when `ms` have passed, whatever becomes of now(); the answer cancels it. */
  after(ms: number, run: () => void): () => void;
  /** Whole milliseconds that have passed since some moment. It never jumps and never goes back. */
  steady(): number;
}

/** A clock that can be moved forward: what is due by then runs. */
export interface MovableClock extends Clock {
  /** Moves the clock by `ms` (0 or more) and runs what has become due, in order of due time. */
  advance(ms: number): void;
}

/** Real time as the system says it, which may jump in both directions. */
export function realClock(source: TimeSource = systemTime): Clock {
  const now = (): number => source.wall();
  return { now, at: dueTimes(source, now).at, ...steadyTime(source) };
}

export interface ForwardOptions {
  readonly source?: TimeSource;
  /** How far it is ahead of the system's time. */
  readonly offsetMs?: number;
  /** It says nothing earlier than this: what an earlier run has said. */
  readonly notBefore?: number;
}

export interface ForwardClock extends MovableClock {
  /** How far it is ahead of the system's time, for whatever reason. */
  aheadMs(): number;
}

/** So small a step back is waited out; more is made up for at once. */
const STANDS_STILL_MS_MAX = 1_000;

/**
 * Real time plus an offset, that never goes back: where the system's time is set back, the offset
 * grows by as much. Where that is set forward, this clock goes with it.
 */
export function forwardClock(options: ForwardOptions = {}): ForwardClock {
  const { source = systemTime, offsetMs = 0, notBefore = -Infinity } = options;
  let offset = offsetMs;
  let last = Math.max(notBefore, source.wall() + offset);
  offset = last - source.wall();
  let lastSteady = source.steady();
  const now = (): number => {
    const said = source.wall() + offset;
    const steady = source.steady();
    if (said >= last) {
      last = said;
      lastSteady = steady;
    } else if (last - said > STANDS_STILL_MS_MAX) {
      last += Math.round(steady - lastSteady);
      lastSteady = steady;
      offset = last - source.wall();
    }
    return last;
  };
  const due = dueTimes(source, now);
  return {
    now,
    at: due.at,
    ...steadyTime(source),
    advance(ms) {
      offset += checkedAdvance(ms);
      due.lookAgain();
    },
    aheadMs() {
      now();
      return offset;
    },
  };
}

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

/** A jump of the clock is noticed within this time. */
const LOOK_MS = 1_000;

/** What waits for a clock that may jump. */
function dueTimes(
  source: TimeSource,
  now: () => number,
): Pick<Clock, 'at'> & { lookAgain(): void } {
  const waiting = new Map<Waiting, () => void>();
  const arm = (entry: Waiting): void => {
    const delay = Math.min(Math.max(entry.at - now(), 0), LOOK_MS);
    const fire = (): void => {
      if (entry.at > now()) {
        arm(entry);
        return;
      }
      waiting.delete(entry);
      entry.run();
    };
    waiting.set(entry, source.timer(delay, fire));
  };
  return {
    at(due, run) {
      const entry: Waiting = { at: due, run };
      arm(entry);
      return () => {
        waiting.get(entry)?.();
        waiting.delete(entry);
      };
    },
    lookAgain() {
      for (const [entry, cancel] of [...waiting].toSorted(([a], [b]) => a.at - b.at)) {
        cancel();
        arm(entry);
      }
    },
  };
}

function steadyTime(source: TimeSource): Pick<Clock, 'after' | 'steady'> {
  return { after: (ms, run) => source.timer(ms, run), steady: () => Math.floor(source.steady()) };
}

/** Time that stands still until advanced: for tests and for simulation from a seed. */
export function simulatedClock(start: number): MovableClock {
  let current = start;
  const waiting = new Set<Waiting>();
  const next = (until: number): Waiting | undefined => {
    let first: Waiting | undefined;
    for (const entry of waiting) {
      if (entry.at <= until && (first === undefined || entry.at < first.at)) first = entry;
    }
    return first;
  };
  const at: Clock['at'] = (due, run) => {
    const entry: Waiting = { at: due, run };
    waiting.add(entry);
    // What is due already still runs later, never inside the call that asked for it.
    if (due <= current) setImmediate(() => waiting.delete(entry) && run());
    return () => void waiting.delete(entry);
  };
  return {
    now: () => current,
    at,
    after: (ms, run) => at(current + ms, run),
    steady: () => current,
    advance(ms) {
      const until = current + checkedAdvance(ms);
      for (let entry = next(until); entry !== undefined; entry = next(until)) {
        waiting.delete(entry);
        current = Math.max(current, entry.at);
        entry.run();
      }
      current = until;
    },
  };
}

function checkedAdvance(ms: number): number {
  if (Number.isSafeInteger(ms) && ms >= 0) return ms;
  throw new RangeError(`A clock moves forward by whole milliseconds, not by ${ms}.`);
}
