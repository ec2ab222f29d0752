/**
 * Two clocks are injected everywhere (D1): `wall` for signatures, nonces, throttling and leases,
 * `cloud` for the domain, billing and the due times of workflows. Moving the cloud by a month
 * must not expire a signature.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Runs `run` once when now() has reached `at`; the answer cancels it. */
  at(at: number, run: () => void): () => void;
}

/** A clock that can be moved forward: what is due by then runs. */
export interface MovableClock extends Clock {
  /** Moves the clock by `ms` (0 or more) and runs what has become due, in order of due time. */
  advance(ms: number): void;
}

const TIMER_MS_MAX = 2 ** 31 - 1;

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

/** Real time, plus an offset that `advance` adds to. */
export function realClock(offsetMs = 0): MovableClock & { offsetMs(): number } {
  let offset = offsetMs;
  const waiting = new Map<Waiting, NodeJS.Timeout>();
  const now = (): number => Date.now() + offset;
  const arm = (entry: Waiting): void => {
    const delay = Math.min(Math.max(entry.at - now(), 0), TIMER_MS_MAX);
    const fire = (): void => {
      if (entry.at > now()) {
        arm(entry);
        return;
      }
      waiting.delete(entry);
      entry.run();
    };
    const timer = setTimeout(fire, delay);
    timer.unref();
    waiting.set(entry, timer);
  };
  const at = (due: number, run: () => void): (() => void) => {
    const entry: Waiting = { at: due, run };
    arm(entry);
    return () => {
      clearTimeout(waiting.get(entry));
      waiting.delete(entry);
    };
  };
  const advance = (ms: number): void => {
    offset += checkedAdvance(ms);
    for (const [entry, timer] of [...waiting].toSorted(([a], [b]) => a.at - b.at)) {
      clearTimeout(timer);
      arm(entry);
    }
  };
  return { now, at, advance, offsetMs: () => offset };
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
  return {
    now: () => current,
    at(due, run) {
      const entry: Waiting = { at: due, run };
      waiting.add(entry);
      // What is due already still runs later, never inside the call that asked for it.
      if (due <= current) setImmediate(() => waiting.delete(entry) && run());
      return () => void waiting.delete(entry);
    },
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
