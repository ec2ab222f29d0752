import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { type Random, systemRandom } from '#kernel/random.ts';
import { type Sealer, sealer } from '#resources/account/sealer.ts';
import type { Reader, Store } from '#store/store.ts';
import { readMeta, writeMeta } from './meta.ts';

const KEY_BYTES = 32;
const CHECK_NAME = 'key-check';
const CHECK_TEXT = 'yuntai';

export interface SealerOptions {
  /** The key file; without one, the key is in memory alone and goes with it. */
  readonly path: string | undefined;
  readonly random: Random;
}

/**
 * The sealer of a store: its key is 32 bytes as Base64 in a file that its owner alone can read,
 * shared by all processes of a cloud (D27). A new store gets a new key file where there is none,
 * and remembers its key. @throws Error that says what to do; where the key is missing or another.
 */
export async function openSealer(store: Store, { path, random }: SealerOptions): Promise<Sealer> {
  const check = await store.read((reader) => readMeta(reader, CHECK_NAME));
  const key = path === undefined ? random.bytes(KEY_BYTES) : keyOf(path, random, check);
  const made = sealer(key, random);
  if (opens(made, check ?? (await firstCheck(store, made)))) return made;
  throw new Error(
    `The key file ${path} is not the one this data was sealed with. ` +
      'Name the right one with --key-file; without it, access keys and inboxes cannot be opened.',
  );
}

/**
 * Whether a key file is the one that a cloud is sealed with. Any is of a cloud that no server has
 * run on. @throws Error where it is no key file, or others can read it.
 */
export async function isKeyOf(cloud: Pick<Reader, 'db'>, path: string): Promise<boolean> {
  const key = readKey(path);
  const check = await readMeta(cloud, CHECK_NAME);
  return check === undefined || opens(sealer(key, systemRandom()), check);
}

/** Whether a server has run on a cloud: its secrets are sealed with some key then. */
export async function isSealed(cloud: Pick<Reader, 'db'>): Promise<boolean> {
  return (await readMeta(cloud, CHECK_NAME)) !== undefined;
}

/** Marks a new store with the key; of several processes that start together, one does. */
function firstCheck(store: Store, made: Sealer): Promise<string> {
  const sealed = made.seal(CHECK_TEXT, CHECK_NAME);
  return store.write(async (tx) => {
    const faster = await readMeta(tx, CHECK_NAME);
    if (faster === undefined) await writeMeta(tx, CHECK_NAME, sealed);
    return faster ?? sealed;
  });
}

function keyOf(path: string, random: Random, check: string | undefined): Uint8Array {
  if (!existsSync(path)) {
    if (check !== undefined) {
      throw new Error(
        `The key file ${path}, which this data was sealed with, is missing. Put it back, ` +
          'or name where it is with --key-file.',
      );
    }
    makeKey(path, random);
  }
  return readKey(path);
}

/** Where another process was faster, its key is. */
function makeKey(path: string, random: Random): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeKey(path, `${Buffer.from(random.bytes(KEY_BYTES)).toString('base64')}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(path, error);
  }
}

/**
 * Writes a key file: on the disk, and whole under its name, before anything is sealed with it.
 * @throws Error of the system; EEXIST where there is one.
 */
export function writeKey(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
    linkSync(draft, path);
  } finally {
    closeSync(file);
    rmSync(draft);
  }
}

function readKey(path: string): Uint8Array {
  let text: string;
  try {
    if ((statSync(path).mode & 0o077) !== 0) {
      throw new Error(`others than its owner can read it: chmod 600 ${path}`);
    }
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw unusable(path, error);
  }
  const key = Buffer.from(text, 'base64');
  if (key.length === KEY_BYTES && key.toString('base64') === text) return key;
  throw unusable(path, new Error(`it does not hold ${KEY_BYTES} bytes in Base64`));
}

function unusable(path: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const advice = 'Correct that, or name another key file with --key-file.';
  return new Error(`The key file ${path} cannot be used: ${reason}. ${advice}`, { cause });
}

function opens(made: Sealer, check: string): boolean {
  try {
    return made.open(check, CHECK_NAME) === CHECK_TEXT;
  } catch (error) {
    // Authentication failed, which is the answer.
    void error;
    return false;
  }
}
