import { lstatSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { memoryDirectoryPrefix } from './admin-socket.ts';

/**
 * Administration sockets of this user's running servers that keep nothing. What a killed server
 * left behind does not answer and is not among them.
 */
export async function memorySockets(): Promise<readonly string[]> {
  const found = readdirSync(tmpdir())
    .filter((name) => name.startsWith(memoryDirectoryPrefix))
    .map((name) => join(tmpdir(), name))
    .filter(isOwn)
    .map((directory) => join(directory, 'admin.sock'));
  const answering = await Promise.all(found.map(answers));
  return found.filter((_, index) => answering[index]);
}

/** Another user may make a directory of that name: it is not to be spoken to. */
function isOwn(directory: string): boolean {
  const stat = lstatSync(directory, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.getuid?.();
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const done = (isThere: boolean) => (): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', done(true));
    socket.once('error', done(false));
  });
}
