/** Work on the store awaited something else: time went by while its transaction was open (D2). */
export class SpannedMacrotask extends Error {
  constructor() {
    super(
      'Work given to store.read or store.write awaited something other than its own transaction ' +
        '(a file, a timer, a hash, another read or write): do that before or after.',
    );
    this.name = 'SpannedMacrotask';
  }
}

/** Lets the loop turn once, and then waits for what is given. */
export type Pause = (until: () => Promise<void>) => Promise<void>;

/**
 * Holds work to the microtasks of the turn it began in. Statements of an embedded database answer
 * in microtasks, so what is unfinished when the event loop turns has waited for something else.
 */
export class MacrotaskGuard {
  readonly #running = new Set<(error: SpannedMacrotask) => void>();
  #armed = false;

  /** The outcome of the work, or a rejection with SpannedMacrotask as soon as the loop turns. */
  run<T>(work: (pause: Pause) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const blame = reject;
      this.#running.add(blame);
      this.#arm();
      const finish = (): boolean => this.#running.delete(blame);
      const pause: Pause = async (until) => {
        this.#running.delete(blame);
        await new Promise(setImmediate);
        await until();
        this.#running.add(blame);
        this.#arm();
      };
      work(pause).then(
        (value) => finish() && resolve(value),
        (error: unknown) => finish() && reject(error),
      );
    });
  }

  /** Whatever runs now has run too long. */
  expire(): void {
    const late = [...this.#running];
    this.#running.clear();
    for (const blame of late) blame(new SpannedMacrotask());
  }

  /** An armed check may serve later work too: it never fires amid the microtasks of a turn. */
  #arm(): void {
    if (this.#armed) return;
    this.#armed = true;
    setImmediate(() => {
      this.#armed = false;
      this.expire();
    });
  }
}
