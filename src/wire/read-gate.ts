import type { Clock } from '#kernel/clock.ts';

/** Actions that read, at the same time: what they hold until they are answered is bounded so. */
const READS_MAX = 8;
/** Of those that have answered much, or never yet: one holds the most that an answer may have. */
const HEAVY_READS_MAX = 1;
const HEAVY_BYTES = 1024 * 1024;
/** Once large, the answers of an action are taken for large as long as this. */
const HEAVY_MS = 60_000;

/** Lets through as many as it has room for; the others wait in the order in which they came. */
class Gate {
  #free: number;
  readonly #waiting: Array<() => void> = [];

  constructor(most: number) {
    this.#free = most;
  }

  async enter(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    // In a turn of its own: between two large answers all others are served.
    else setImmediate(next);
  }
}

/** Runs what makes an answer of `bytes` when it is its turn. */
export type ReadGate = <T extends { readonly bytes: number }>(
  action: object,
  work: () => Promise<T>,
) => Promise<T>;

/**
 * Keeps many clients that ask for large pages at once from filling the memory with what was read
 * for them, and from holding up all others until the last of them is answered.
 */
export function readGate(time: Pick<Clock, 'steady'>): ReadGate {
  const light = new Gate(READS_MAX);
  const heavy = new Gate(HEAVY_READS_MAX);
  const heavyUntil = new WeakMap<object, number>();
  return async (action, work) => {
    const gate = (heavyUntil.get(action) ?? Infinity) > time.steady() ? heavy : light;
    await gate.enter();
    try {
      const made = await work();
      const isLarge = made.bytes > HEAVY_BYTES;
      if (isLarge) heavyUntil.set(action, time.steady() + HEAVY_MS);
      else if (!heavyUntil.has(action)) heavyUntil.set(action, -Infinity);
      return made;
    } finally {
      gate.leave();
    }
  };
}
