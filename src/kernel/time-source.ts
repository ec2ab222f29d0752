/** Where clocks take their time from: the system, or a test. */
export interface TimeSource {
  /** Milliseconds since 1970, as the system has them: an operator may set them. */
  wall(): number;
  /** Milliseconds that have passed since some moment: nobody can set them. */
  steady(): number;
  /** Runs `run` once after `ms` of steady time; the answer cancels it. */
  timer(ms: number, run: () => void): () => void;
}

const TIMER_MS_MAX = 2 ** 31 - 1;

/** The time of this machine. Its timers keep no process alive. */
export const systemTime: TimeSource = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  timer(ms, run) {
    const timer = setTimeout(run, Math.min(ms, TIMER_MS_MAX));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
