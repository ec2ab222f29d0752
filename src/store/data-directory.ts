import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

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

/**
 * Makes the directory and the database file, readable by their owner alone, and answers the
 * file's path. @throws Error that says which path cannot be written, and why.
 */
export function prepareDirectory(directory: string): string {
  const file = join(directory, 'yuntai.db');
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The data directory ${directory} cannot be written (${reason}): ` +
        'correct its permissions, or choose another with --data.',
      { cause },
    );
  }
  return file;
}

/**
 * Names this process as the one that holds the directory. The lock itself is the system's, on the
 * database file, and ends with the process however it ends; this is for the message alone.
 */
export function nameHolder(directory: string): void {
  writeFileSync(join(directory, pidFile), `${process.pid}\n`, { mode: 0o600 });
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
