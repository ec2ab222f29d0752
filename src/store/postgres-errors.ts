import { OutcomeUnknown, StoreUnavailable } from './store-unavailable.ts';
import { UniqueViolation } from './unique-violation.ts';

/** The transaction may succeed when run again: serialization failure, deadlock. */
const again = new Set(['40001', '40P01']);

/**
 * Classes of "not now": connection, a transaction ended for idling, resources, a lock waited for
 * in vain, operator intervention, system error.
 */
const unavailable = new Set(['08', '25', '53', '55', '57', '58']);

const duplicate = '23505';

/** Whether running the same work again may end otherwise, and how often that is worth it. */
export function attemptsWorth(error: unknown): number {
  const code = sqlState(error);
  if (again.has(code)) return 10;
  // The other row may have come from a transaction this one could not see: the second run can.
  return code === duplicate ? 2 : 1;
}

/** The error as the store's callers know it; what is nobody's but ours stays as it is. */
export function postgresError(error: unknown): unknown {
  const code = sqlState(error);
  if (!(error instanceof Error) || code === '') return error;
  if (code === duplicate) return new UniqueViolation(error.message, { cause: error });
  if (again.has(code)) {
    return new StoreUnavailable('Too many writes at the same rows: try again.', { cause: error });
  }
  if (!unavailable.has(code.slice(0, 2))) return error;
  return new StoreUnavailable(`The database cannot answer now (${error.message}): try again.`, {
    cause: error,
  });
}

/**
 * What a failed commit means. One that the database refused is undone; where it went away in the
 * middle, nobody knows.
 */
export function commitError(error: unknown): unknown {
  const code = sqlState(error);
  return unavailable.has(code.slice(0, 2)) ? new OutcomeUnknown(error) : error;
}

function sqlState(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' && error.code.length === 5 ? error.code : '';
}
