/** The store could not do it now and kept nothing of it: the same call may succeed later. */
export class StoreUnavailable extends Error {
  readonly retryable = true;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/**
 * The store was lost just as it was to keep a write, and did not come back in time to say whether
 * it has: the same call may find its own work done. Only what can tell may be repeated, such as a
 * request with its client token.
 */
export class OutcomeUnknown extends StoreUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutcomeUnknown';
  }
}
