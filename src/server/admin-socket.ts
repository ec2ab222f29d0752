import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** What the system takes as the path of a socket, its end included (sun_path). */
const SOCKET_PATH_BYTES_MAX = process.platform === 'darwin' ? 103 : 107;

/** Begins the names of the directories that hold the sockets of servers that keep nothing. */
export const memoryDirectoryPrefix = 'yuntai-memory-';

/** Where the administration socket goes, and how to clear it away. */
export interface SocketPlace {
  readonly path: string;
  remove(): void;
}

/**
 * `<data>/admin.sock`; a fresh directory of its own where nothing is kept, or where that path is
 * longer than a socket's may be, which `<data>/admin.socket` then names.
 */
export function socketPlace(data: string): SocketPlace {
  const path = socketIn(data);
  if (data !== ':memory:' && isShort(path)) {
    // Whoever left it is gone: this process holds the directory.
    rmSync(path, { force: true });
    return { path, remove: () => rmSync(path, { force: true }) };
  }
  const prefix = data === ':memory:' ? memoryDirectoryPrefix : 'yuntai-';
  const directory = mkdtempSync(join(tmpdir(), prefix));
  const elsewhere = join(directory, 'admin.sock');
  if (data !== ':memory:') writeFileSync(pointerIn(data), elsewhere, { mode: 0o600 });
  const remove = (): void => {
    rmSync(directory, { recursive: true, force: true });
    if (data !== ':memory:') rmSync(pointerIn(data), { force: true });
  };
  return { path: elsewhere, remove };
}

/** Where the socket of the server on a data directory is, if one runs. */
export function socketPathOf(data: string): string {
  const path = socketIn(data);
  if (isShort(path)) return path;
  try {
    return readFileSync(pointerIn(data), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return path;
  }
}

function socketIn(data: string): string {
  return join(data, 'admin.sock');
}

function pointerIn(data: string): string {
  return join(data, 'admin.socket');
}

function isShort(path: string): boolean {
  return Buffer.byteLength(path) <= SOCKET_PATH_BYTES_MAX;
}
