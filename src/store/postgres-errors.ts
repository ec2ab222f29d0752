import { StoreUnavailable } from './store-unavailable.ts';
import { UniqueViolation } from './unique-violation.ts';

const lockTimeout = '55P03';

/** The transaction may succeed when run again: serialization failure, deadlock, lock timeout. */
const again = new Set(['40001', '40P01', lockTimeout]);

/**
 * States and classes of "not now": connection, resources, operator intervention, system error;
 * a transaction that stood still, a server that only reads (a standby), one that refuses us.
 */
const unavailable = /^(08|53|57|58|25P0|25006|28|3D)/;

const duplicate = '23505';

/** What the system says of a connection that is gone or never was. */
const network = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the client of PostgreSQL says of one; it gives these no code. */
const lostWords = [
  /^Connection terminated/,
  /^timeout exceeded when trying/,
  /^Query read timeout/,
  /not queryable$/,
  /^Cannot use a pool/,
];

/** Shutdown, crash, start-up, and sessions that the server ends. */
const lostStates = /^(08|57P0|25P03)/;

/** The error as the store's callers know it; what is nobody's but ours stays as it is. */
export function postgresError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailable) return error;
  const code = sqlState(error);
  if (code === duplicate) return new UniqueViolation(error.message, { cause: error });
  if (again.has(code)) {
    return new StoreUnavailable('Too many writes at the same rows: try again.', { cause: error });
  }
  if (!isLost(error) && !isOutdated(error) && !unavailable.test(code)) return error;
  const reason = error.message === '' ? networkCode(error) : error.message;
  return new StoreUnavailable(`The database cannot answer now (${reason}): try again.`, {
    cause: error,
  });
}

/** Whether a lock was waited for in vain. */
export function isLockTimeout(error: unknown): boolean {
  const said = error instanceof StoreUnavailable ? error.cause : error;
  return said instanceof Error && sqlState(said) === lockTimeout;
}

/** Whether a statement was planned on tables that have changed since: on another connection, no. */
export function isOutdated(error: unknown): boolean {
  // Its message is in the language of the server.
  return error instanceof Error && 'routine' in error && error.routine === 'RevalidateCachedQuery';
}

/** Whether the connection is gone, or could not be made. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    network.has(networkCode(error)) ||
    lostStates.test(sqlState(error)) ||
    lostWords.some((words) => words.test(error.message))
  );
}

/** Whether the server said it. Of anything else it is not known what the server has done. */
export function isAnswer(error: unknown): boolean {
  return error instanceof Error && sqlState(error) !== '' && 'severity' in error;
}

function networkCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function sqlState(error: Error): string {
  const code = networkCode(error);
  return code.length === 5 && !network.has(code) ? code : '';
}
