import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { StoreUnavailable } from './store-unavailable.ts';

/** The file of an embedded cloud's rows. */
export const databaseFileName = 'yuntai.db';

/** Another process holds this data directory (D9). */
export class DataDirectoryInUse extends Error {
  constructor(directory: string, pid: string) {
    super(
      `The data directory ${directory} is in use by process ${pid}: stop that one, ` +
        'or choose another directory with --data.',
    );
    this.name = 'DataDirectoryInUse';
  }
}

export function databaseFile(directory: string): string {
  return join(directory, databaseFileName);
}

/** What stands beside a database, and is of no use without it. */
const companions = ['key', `${databaseFileName}-wal`];

/**
 * Refuses a directory whose database is gone while the rest of the cloud is there: it would be
 * taken for a new cloud, and what is left of the old one be overwritten.
 * @throws Error that says what to do
 */
export function refuseWithoutDatabase(directory: string): void {
  if (existsSync(databaseFile(directory))) return;
  const left = companions.filter((name) => sizeOf(join(directory, name)) > 0);
  if (left.length === 0) return;
  const files = left.join(' and ');
  throw new Error(
    `${databaseFile(directory)} is missing, and ${files} of its cloud are there: put the ` +
      'database back from a backup. For a new cloud choose another directory with --data, ' +
      'or move these files away.',
  );
}

/** Whether writes stand in the log of a database that are not in its file yet. */
export function hasUnfoldedLog(directory: string): boolean {
  return sizeOf(`${databaseFile(directory)}-wal`) > 0;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Makes the directory and a file in it, readable by their owner alone, and answers the file's
 * path. @throws Error that says which path cannot be written, and why.
 */
export function prepareFile(directory: string, name: string): string {
  const file = join(directory, name);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw unwritable(directory, error);
  }
  return file;
}

function unwritable(directory: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const full = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
  const advice = full ? 'free some space' : 'correct its permissions';
  return new Error(
    `The data directory ${directory} cannot be written (${reason}): ${advice}, ` +
      'or choose another with --data.',
    { cause },
  );
}

/**
 * Names this process as the one that holds the directory. The lock itself is the system's
 * (`holdDirectory`) and ends with the process however it ends; this is for the message alone.
 */
export function nameHolder(directory: string): void {
  try {
    writeFileSync(join(directory, pidFile), `${process.pid}\n`, { mode: 0o600 });
  } catch (error) {
    throw unwritable(directory, error);
  }
}

/**
 * A check that the database file is still where it was opened: who removes or replaces it under a
 * running server leaves that with a file which nobody will ever open again. Costs microseconds;
 * the number of an open file never changes, on no file system.
 * @throws StoreUnavailable where it is not.
 */
export function filePresence(file: string): () => void {
  const { ino } = statSync(file);
  return () => {
    if (statSync(file, { throwIfNoEntry: false })?.ino === ino) return;
    throw new StoreUnavailable(
      `${file} was removed or replaced while the server ran: put it back, or restart the server. ` +
        'Nothing was stored.',
    );
  };
}

export function forgetHolder(directory: string): void {
  rmSync(join(directory, pidFile), { force: true });
}

/** The process that holds the directory, as it has named itself. */
export function holderOf(directory: string): string {
  try {
    return readFileSync(join(directory, pidFile), 'utf8').trim();
  } catch (error) {
    // It has the lock but has not written its name yet, or is another program altogether.
    return `(unnamed: ${error instanceof Error ? error.message : String(error)})`;
  }
}

const pidFile = 'yuntai.pid';
