import { runHooks } from './session-state.ts';
import type { SessionState } from './session-state.ts';
import { Rollback } from './store.ts';
import type { Tx } from './store.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** One write of a group, and whether it may still be asked. */
export type WriteSession = Tx & { readonly state: SessionState };

/** The one connection that the groups of a store are written on, one after the other. */
export interface GroupWriter {
  /** Opens the transaction of a group. @throws StoreUnavailable where that cannot be now. */
  begin(): void | Promise<void>;
  /** Sets off what follows, so that it can be undone alone. */
  mark(): void | Promise<void>;
  /** A write within the transaction. */
  session(): WriteSession;
  /** Runs the work of one write; rejects where it can come to no end any more. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Ends what was set off: kept with the group, or undone. @throws where the group is lost. */
  unmark(keep: boolean): void | Promise<void>;
  /** Resolves once the group is on the disk. @throws StoreUnavailable */
  commit(): void | Promise<void>;
  /** Undoes what is open after any failure; throws nothing. */
  abandon(): void | Promise<void>;
}

/** A write that waits for a commit, as closures over its own result type. */
interface Waiting {
  /** Runs the work; answers what is to be said once its fate is known. */
  attempt(session: WriteSession): Promise<Attempt>;
  reject(error: unknown): void;
}

interface Attempt {
  readonly keep: boolean;
  /** Settles the caller's promise. */
  settle(): void;
}

interface Done {
  readonly session: WriteSession;
  readonly attempt: Attempt;
}

export interface GroupCommitOptions {
  readonly writer: GroupWriter;
  /** How many writes may share a commit. */
  readonly writesPerCommitMax: number;
  /** Told of each durable commit, with the number of writes it carried. */
  readonly onCommit: (writes: number) => void;
  /** Told of a hook of `afterCommit` that threw; the write itself is durable. */
  readonly onHookError: (error: unknown) => void;
}

/**
 * Lets writes that arrive together share one durable commit: each is a savepoint of its group
 * (D4), and none is answered before the group is on the disk. A commit costs one wait for the
 * disk however many writes it carries.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  readonly #waiting: Waiting[] = [];
  #scheduled = false;
  #open: Promise<void> | undefined;

  constructor(options: GroupCommitOptions) {
    this.#options = options;
  }

  /** Resolves to what the work answers once that is durable. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        attempt: async (session) => {
          const undone = (error: unknown): Attempt => ({
            keep: false,
            settle: () => reject(error),
          });
          try {
            const value = await this.#options.writer.run(() => work(session));
            if (session.state.failure !== undefined) return undone(session.state.failure);
            return { keep: true, settle: () => resolve(value) };
          } catch (error) {
            if (session.state.failure !== undefined) return undone(session.state.failure);
            if (!(error instanceof Rollback)) return undone(error);
            return { keep: false, settle: () => resolve(error.value as T) };
          }
        },
        reject,
      });
      this.#schedule();
    });
  }

  /** Resolves when no group is open: only then may the connection be read (D4). */
  async settled(): Promise<void> {
    while (this.#open !== undefined) await this.#open;
  }

  /** Resolves when nothing is under way and nothing waits. */
  async drained(): Promise<void> {
    while (this.#scheduled || this.#open !== undefined) {
      await (this.#open ?? new Promise(setImmediate));
    }
  }

  /** The runner begins when the requests of this turn of the loop have all been read. */
  #schedule(): void {
    if (this.#scheduled || this.#open !== undefined) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#open = this.#runGroup().finally(() => {
        this.#open = undefined;
        if (this.#waiting.length > 0) this.#schedule();
      });
    });
  }

  async #runGroup(): Promise<void> {
    const { writer, onCommit, onHookError, writesPerCommitMax } = this.#options;
    // What arrives while the transaction is waited for is of the group as well.
    const group: Waiting[] = [];
    const gather = () => group.push(...this.#waiting.splice(0, writesPerCommitMax));
    const undone: Attempt[] = [];
    const kept: Done[] = [];
    let begun = false;
    try {
      await writer.begin();
      begun = true;
      gather();
      for (const entry of group) {
        const done = await this.#runOne(entry);
        if (done.attempt.keep) kept.push(done);
        else undone.push(done.attempt);
      }
      await writer.commit();
    } catch (error) {
      await writer.abandon();
      // Whoever waits for a store that is away waited for this answer: the next group would only
      // wait for the same one again.
      if (!begun) group.push(...this.#waiting.splice(0));
      const reason = unavailable(error, begun ? 'The commit failed' : 'The store takes no writes');
      for (const entry of group) entry.reject(reason);
      return;
    }
    if (kept.length > 0) onCommit(kept.length);
    for (const { session } of kept) runHooks(session.state, onHookError);
    for (const { attempt } of kept) attempt.settle();
    for (const attempt of undone) attempt.settle();
  }

  /** @throws when the whole group is lost: the disk is full, the transaction was given up. */
  async #runOne(entry: Waiting): Promise<Done> {
    const { writer } = this.#options;
    await writer.mark();
    const session = writer.session();
    const attempt = await entry.attempt(session);
    session.state.end();
    if (session.state.failure instanceof StoreUnavailable) throw session.state.failure;
    await writer.unmark(attempt.keep);
    return { session, attempt };
  }
}

function unavailable(error: unknown, what: string): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnavailable(`${what} (${reason}). Nothing was stored: try again.`, {
    cause: error,
  });
}
