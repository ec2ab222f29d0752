import {
  DataDirectoryInUse,
  databaseFile,
  databaseFileName,
  hasUnfoldedLog,
  holderOf,
  prepareFile,
  refuseWithoutDatabase,
} from './data-directory.ts';
import { holdDirectory } from './hold-directory.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { errorCode } from './sqlite-errors.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/**
 * Sizes: at most 64 MiB of cache, so that what ten thousand look-ups in an index touch is there for
 * the next ones: the system caches the file as well, but each page costs a call of it. Up to 8 MiB
 * of log before it is folded into the file, for fewer long commits.
 */
export const sqliteSettings =
  'pragma synchronous = full; pragma cache_size = -65536; pragma wal_autocheckpoint = 2000; ' +
  'pragma journal_size_limit = 16777216; pragma temp_store = memory; ' +
  // PostgreSQL's LIKE tells case apart.
  'pragma case_sensitive_like = on';

/** A database file that is this process's alone. */
export interface SqliteFile<T> {
  readonly connection: SqliteConnection;
  readonly prepared: T;
  /** Closes it, and lets go of its directory. */
  close(): void;
}

/**
 * Opens the database file of a directory, which this process holds from then on, and has it
 * prepared. @throws DataDirectoryInUse, Error that says what to do, or what `prepare` throws.
 */
export async function openSqliteFile<T>(
  directory: string,
  prepare: (connection: SqliteConnection) => Promise<T>,
): Promise<SqliteFile<T>> {
  refuseWithoutDatabase(directory);
  const letGo = holdDirectory(directory);
  const wasKilled = hasUnfoldedLog(directory);
  let connection: SqliteConnection | undefined;
  const close = (): void => {
    connection?.close();
    letGo();
  };
  try {
    connection = new SqliteConnection(prepareFile(directory, databaseFileName));
    connection.exec('pragma locking_mode = exclusive; pragma journal_mode = wal');
    connection.exec(sqliteSettings);
    // An older log beside a newer database, or the other way round, is read without complaint.
    if (wasKilled) checkPages(connection);
    return { connection, prepared: await prepare(connection), close };
  } catch (error) {
    close();
    throw openingError(directory, error);
  }
}

/** @throws Error of SQLite's, as though a page that is broken had been read */
function checkPages(connection: SqliteConnection): void {
  const [problem] = connection.check();
  if (problem === undefined) return;
  throw Object.assign(new Error(problem), { errcode: resultCodes.corrupt });
}

function openingError(directory: string, error: unknown): unknown {
  const cause = error instanceof StoreUnavailable ? error.cause : error;
  if (resultCode(cause) === resultCodes.busy) {
    return new DataDirectoryInUse(directory, holderOf(directory));
  }
  if (!isDamage(cause)) return error;
  return new Error(
    `${databaseFile(directory)} is damaged or is not a database (${String(cause)}): ` +
      'put a backup in its place, or choose another directory with --data.',
    { cause },
  );
}

const resultCodes = { busy: 5, corrupt: 11, notADatabase: 26 } as const;

function resultCode(error: unknown): number {
  return (errorCode(error) ?? 0) & 0xff;
}

/** Whether SQLite says that the file is broken, or is none of its own. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === resultCodes.corrupt || code === resultCodes.notADatabase;
}
