import { StoreUnavailable } from './store-unavailable.ts';
import { UniqueViolation } from './unique-violation.ts';

/** Extended result codes of a duplicate key: unique index, primary key, rowid. */
const duplicates = new Set([2067, 1555, 2579]);

/** Primary result codes that say "not now" and what to do about it. */
const unavailable: ReadonlyMap<number, string> = new Map([
  [5, 'The database file is locked by another program: close it'],
  [6, 'The database is locked: try again'],
  [7, 'There is not enough memory'],
  [8, 'The database file cannot be written: check its permissions and those of its directory'],
  [9, 'The statement was interrupted: try again'],
  [10, 'The disk failed to read or write: check it'],
  [11, 'The database is damaged: stop the server and put a backup in its place'],
  [13, 'The disk is full: free some space'],
  [
    14,
    'The database file cannot be opened: check the permissions of the data directory, ' +
      'and how many files the process may have open (ulimit -n)',
  ],
]);

/** The error as the store's callers know it; what is nobody's but ours stays as it is. */
export function sqliteError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined || !(error instanceof Error)) return error;
  if (duplicates.has(code)) return new UniqueViolation(error.message, { cause: error });
  const advice = unavailable.get(code & 0xff);
  if (advice === undefined) return error;
  return new StoreUnavailable(`${advice} (${error.message}). Nothing was stored.`, {
    cause: error,
  });
}

/** SQLite's extended result code, if SQLite raised this. */
export function errorCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}
