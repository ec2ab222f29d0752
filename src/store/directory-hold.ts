import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirectoryInUse, forgetHolder, holderOf, nameHolder } from './data-directory.ts';
import { errorCode } from './sqlite-errors.ts';

const BUSY = 5;

/**
 * Makes a data directory whose store is elsewhere and keeps it from other processes (D9), until
 * the answer is called or this process ends, however it ends. Node has no file locks of its own
 * but those of SQLite. @throws DataDirectoryInUse, or Error where it cannot be written.
 */
export function holdDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(directory, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
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
