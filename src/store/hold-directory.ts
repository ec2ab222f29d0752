import { DatabaseSync } from 'node:sqlite';
import {
  DataDirectoryInUse,
  forgetHolder,
  holderOf,
  nameHolder,
  prepareFile,
} from './data-directory.ts';
import { errorCode, sqliteError } from './sqlite-errors.ts';

const BUSY = 5;

/**
 * Holds a data directory, wherever its cloud is: made where it is missing, and this process's
 * alone until it ends, however it ends, or lets go by what is answered. The lock is SQLite's, on
 * a file without tables, so that it is the same lock on every system.
 * @throws DataDirectoryInUse, or Error that says what to do where it cannot be written.
 */
export function holdDirectory(directory: string): () => void {
  const lock = new DatabaseSync(prepareFile(directory, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
    nameHolder(directory);
  } catch (error) {
    lock.close();
    if (((errorCode(error) ?? 0) & 0xff) !== BUSY) throw sqliteError(error);
    throw new DataDirectoryInUse(directory, holderOf(directory));
  }
  return () => {
    // In this order: the next one names itself as soon as it has the lock.
    forgetHolder(directory);
    lock.close();
  };
}
