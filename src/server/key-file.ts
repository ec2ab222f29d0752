import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Random } from '#kernel/random.ts';
import { type Sealer, sealer } from '#resources/account/sealer.ts';
import type { Store } from '#store/store.ts';
import { readMeta, writeMeta } from './meta.ts';

const KEY_BYTES = 32;
const CHECK_NAME = 'key-check';
const CHECK_TEXT = 'yuntai';

/**
 * The key of a cloud: 32 bytes as Base64 in a file that its owner alone can read, made where there
 * is none. All processes of a cloud share it (D27). @throws Error that says what to do.
 */
export function loadKey(path: string, random: Random): Uint8Array {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const made = Buffer.from(random.bytes(KEY_BYTES)).toString('base64');
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(path, error);
  }
  return readKey(path);
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

/**
 * The sealer of a key, once it has been shown to be the key this store was sealed with; a new
 * store remembers it. @throws Error where it is another one.
 */
export async function sealerFor(
  store: Store,
  key: Uint8Array,
  { random, path }: { readonly random: Random; readonly path: string },
): Promise<Sealer> {
  const made = sealer(key, random);
  const check = await store.read((reader) => readMeta(reader, CHECK_NAME));
  if (check === undefined) {
    const sealed = made.seal(CHECK_TEXT, CHECK_NAME);
    await store.write((tx) => writeMeta(tx, CHECK_NAME, sealed));
    return made;
  }
  if (opens(made, check)) return made;
  throw new Error(
    `The key file ${path} is not the one this data was sealed with. ` +
      'Name the right one with --key-file; without it, access keys and inboxes cannot be opened.',
  );
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
