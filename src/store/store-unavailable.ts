/** The store could not do it now and kept nothing of it: the same call may succeed later. */
export class StoreUnavailable extends Error {
  readonly retryable = true;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/**
 * The store went away while it committed: what was written is kept whole, or not at all, and only
 * looking again tells which. A client that sent a token may repeat its request.
 */
export class OutcomeUnknown extends StoreUnavailable {
  constructor(cause: unknown) {
    super('The database went away during a commit: look at what became of it.', { cause });
    this.name = 'OutcomeUnknown';
  }
}
