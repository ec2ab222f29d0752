export interface EngineErrorOptions {
  /** Of HTTP, or of the operation; 0 where there was no answer. */
  readonly status: number;
  readonly retryable: boolean;
  readonly cause?: unknown;
}

/** What a server of machines answered instead of doing it, or that it did not answer. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly status: number;
  readonly retryable: boolean;

  constructor(message: string, options: EngineErrorOptions) {
    super(message, { cause: options.cause });
    this.status = options.status;
    this.retryable = options.retryable;
  }

  /** Nothing of that name is there. */
  get isMissing(): boolean {
    return this.status === 404 && !this.isUnreachable;
  }

  /** The name is taken. */
  get isTaken(): boolean {
    return this.status === 409 || TAKEN.test(this.message);
  }

  /** Something else is being done to it: the same call works in a moment. */
  get isBusy(): boolean {
    return /is busy running|already running a|matching non-reusable/i.test(this.message);
  }

  /** The server did not answer, or the member that has to. */
  get isUnreachable(): boolean {
    return this.status === 0 || UNREACHABLE.test(this.message);
  }
}

/** The words of one server about another; none of them has a code. */
const UNREACHABLE = new RegExp(
  'missing event connection|member is offline|no route to host|' +
    'connection (refused|reset)|i/o timeout|EOF$',
  'i',
);
const TAKEN = /already (exists|in use)|UNIQUE constraint failed/i;
/**
 * A volume that was there a moment ago: what a lost call has begun is still being carried out. Who
 * asks again sees whether it is there, and says so in words of its own.
 */
const RACED = /storage (pool )?volume not found/i;
const PASSING = /database is locked|timed? ?out|deadline exceeded|try again|unavailable/i;

/** An error of an answer by its status: what is not the caller's fault may pass. */
export function errorOfStatus(status: number, message: string): EngineError {
  return new EngineError(message, { status, retryable: status >= 500 || mayPass(message) });
}

/** An error of an operation, which says 400 of everything that went wrong, in words alone. */
export function errorOfOperation(status: number, message: string): EngineError {
  const known = /instance not found/i.test(message) ? 404 : status;
  return new EngineError(message, { status: known, retryable: mayPass(message) });
}

function mayPass(message: string): boolean {
  return [UNREACHABLE, PASSING, RACED].some((words) => words.test(message));
}
