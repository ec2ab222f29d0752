import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPair } from '#resources/account/access-keys.ts';

/** Where the root key pair is kept when no environment variables fix it. */
export function credentialsPath(directory: string): string {
  return join(directory, 'credentials');
}

/**
 * Keeps the root key pair for `yuntai env` and the user, readable by the owner alone: lines of
 * NAME=VALUE, which a shell can read too.
 */
export function writeCredentials(directory: string, { id, secret }: KeyPair): void {
  const text = `YUNTAI_ACCESS_KEY_ID=${id}\nYUNTAI_ACCESS_KEY_SECRET=${secret}\n`;
  const path = credentialsPath(directory);
  // A file that exists keeps its mode, so it is made anew.
  rmSync(path, { force: true });
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
}

/** The pair kept in a data directory, or undefined where there is none. */
export function readCredentials(directory: string): KeyPair | undefined {
  let text: string;
  try {
    text = readFileSync(credentialsPath(directory), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const id = /^YUNTAI_ACCESS_KEY_ID=(.+)$/m.exec(text)?.[1];
  const secret = /^YUNTAI_ACCESS_KEY_SECRET=(.+)$/m.exec(text)?.[1];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Forgets a kept pair: the environment fixes another one. */
export function removeCredentials(directory: string): void {
  rmSync(credentialsPath(directory), { force: true });
}
