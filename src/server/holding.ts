import { causes, type Log } from '#kernel/log.ts';

/** Makes something what the store says: for these machines, or for all where none are named. */
export type Hold = (only: readonly string[] | undefined) => Promise<void>;

/**
 * Holds what the store says beside the looks at machines, one time after the other: a member that
 * hangs makes a hold wait, and a look that waited for it would show that too late. What is asked
 * for meanwhile is held together afterwards.
 */
export class Holding {
  readonly #hold: Hold;
  readonly #log: Log;
  readonly #only = new Set<string>();
  #all = false;
  #running: Promise<void> | undefined;
  #ended = false;

  constructor(hold: Hold, log: Log) {
    this.#hold = hold;
    this.#log = log;
  }

  /** Asks for it; resolves when it is held, or when it is known that it cannot be by now. */
  ask(only?: readonly string[]): Promise<void> {
    if (only === undefined) this.#all = true;
    else for (const key of only) this.#only.add(key);
    this.#running ??= this.#work();
    return this.#running;
  }

  /** Ends after what is being held. */
  async stop(): Promise<void> {
    this.#ended = true;
    await this.#running;
  }

  async #work(): Promise<void> {
    while (!this.#ended && (this.#all || this.#only.size > 0)) {
      const only = this.#all ? undefined : [...this.#only];
      this.#all = false;
      this.#only.clear();
      try {
        await this.#hold(only);
      } catch (error) {
        if (this.#ended) break;
        const what = 'The networks of machines could not be held; trying later.';
        this.#log.warn({ causes: causes(error) }, what);
      }
    }
    this.#running = undefined;
  }
}
