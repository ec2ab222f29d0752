import type { TimeSource } from './time-source.ts';

/** Time that passes when a test says so, and a wall clock that somebody sets meanwhile. */
export interface JumpingTime extends TimeSource {
  /** Lets time pass: timers that are due by then run, in their order. */
  pass(ms: number): void;
  /** Sets the wall clock forward or back; no time passes. */
  jump(ms: number): void;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export function jumpingTime(start: number): JumpingTime {
  let passed = 0;
  let set = start;
  const timers = new Set<Timer>();
  const first = (until: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
  return {
    wall: () => set + passed,
    steady: () => passed,
    timer(ms, run) {
      const timer = { at: passed + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(ms) {
      const until = passed + ms;
      for (let timer = first(until); timer !== undefined; timer = first(until)) {
        timers.delete(timer);
        passed = timer.at;
        timer.run();
      }
      passed = until;
    },
    jump(ms) {
      set += ms;
    },
  };
}
