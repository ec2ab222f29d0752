import type { Clock } from '#kernel/clock.ts';

/** Actions that read, at the same time: what they hold until they are answered is bounded so. */
const READS_MAX = 8;
/** Of those that ask for a large page: one holds the most that an answer may have. */
const HEAVY_READS_MAX = 1;
/** Once it has answered as much, an action is taken for heavy as long as this. */
const HEAVY_BYTES = 256 * 1024;
const HEAVY_MS = 60_000;
/** Whoever asks an action for no more than these does not wait with those who do. */
const FEW_ITEMS = 20;

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

/** What is read: by which action, and how many items are asked of it. */
export interface Reading {
  readonly action: object;
  readonly items: number;
}

/** Runs what makes an answer of `bytes` when it is its turn. */
export type ReadGate = <T extends { readonly bytes: number }>(
  reading: Reading,
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
  const isHeavy = ({ action, items }: Reading): boolean =>
    items > FEW_ITEMS && (heavyUntil.get(action) ?? -Infinity) > time.steady();
  /** What turned out to be heavy while it waited waits with those. */
  const enter = async (reading: Reading): Promise<Gate> => {
    if (!isHeavy(reading)) {
      await light.enter();
      if (!isHeavy(reading)) return light;
      light.leave();
    }
    await heavy.enter();
    return heavy;
  };
  return async (reading, work) => {
    const gate = await enter(reading);
    try {
      const made = await work();
      if (made.bytes > HEAVY_BYTES) heavyUntil.set(reading.action, time.steady() + HEAVY_MS);
      return made;
    } finally {
      gate.leave();
    }
  };
}
