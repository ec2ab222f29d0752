import process from 'node:process';

/**
 * Whether a read or a write may still be asked. The first statement that fails ends it, even if
 * its work catches the error: PostgreSQL refuses what follows, and on SQLite a full disk may have
 * ended the transaction underneath.
 */
export class SessionState {
  readonly #writes: boolean;
  readonly #hooks: Array<() => void> = [];
  #ended = false;
  #failure: Error | undefined;

  constructor(access: 'read' | 'write') {
    this.#writes = access === 'write';
  }

  /** @throws Error when nothing (or, by a read, no change) may be asked any more. */
  check(selects: boolean): void {
    if (this.#ended) throw new Error('This transaction has ended: ask nothing more of it.');
    if (this.#failure !== undefined) {
      throw new Error('An earlier statement of this transaction failed, so it is undone.', {
        cause: this.#failure,
      });
    }
    if (!selects && !this.#writes) {
      throw new Error('store.read only selects: change rows in store.write.');
    }
  }

  /** Remembers the error of the statement that ended it, and answers it. */
  failed(error: unknown): Error {
    const failure = error instanceof Error ? error : new Error(String(error));
    this.#failure ??= failure;
    return failure;
  }

  get failure(): Error | undefined {
    return this.#failure;
  }

  addHook(run: () => void): void {
    this.check(true);
    this.#hooks.push(run);
  }

  /** What is to run after the commit, in order. */
  get hooks(): ReadonlyArray<() => void> {
    return this.#hooks;
  }

  /** What its work still asks of it is refused from now on. */
  end(): void {
    this.#ended = true;
  }
}

/** Makes a hook's error a warning on stderr: its write is durable and stands. */
export function warnOfHook(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

/** Runs the hooks of a durable write; each that throws is reported and hurts no other. */
export function runHooks(state: SessionState, onHookError: (error: unknown) => void): void {
  for (const hook of state.hooks) {
    try {
      hook();
    } catch (error) {
      onHookError(error);
    }
  }
}
