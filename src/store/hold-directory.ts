import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirectoryInUse, forgetHolder, holderOf, nameHolder } from './data-directory.ts';
import { errorCode } from './sqlite-errors.ts';

const BUSY = 5;

/**
 * Holds a data directory whose cloud is in a database elsewhere: made where it is missing, and
 * this process's alone until it ends, however it ends, or lets go by what is answered. The lock is
 * SQLite's, on a file without tables, so that it is the same lock on every system.
 * @throws DataDirectoryInUse, or Error where it cannot be written.
 */
export function holdDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'lock.db');
  closeSync(openSync(file, 'a', 0o600));
  const lock = new DatabaseSync(file);
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if (((errorCode(error) ?? 0) & 0xff) !== BUSY) throw error;
    throw new DataDirectoryInUse(directory, holderOf(directory));
  }
  nameHolder(directory);
  return () => {
    lock.close();
    forgetHolder(directory);
  };
}
