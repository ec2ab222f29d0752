import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import { openSqliteEnd } from '#store/copy/sqlite-end.ts';
import { openSqlite } from '#store/sqlite.ts';
import { boot } from './boot.ts';
import { copyCloud } from './copy-cloud.ts';
import { keepKey } from './keep-key.ts';
import { openSealer } from './key-file.ts';

const root = mkdtempSync(join(tmpdir(), 'yuntai-copy-cloud-'));
let directories = 0;
after(() => rmSync(root, { recursive: true, force: true }));

function newDirectory(): string {
  directories += 1;
  return join(root, String(directories));
}

/** A directory whose rows are sealed with the key file in it. */
async function sealedCloud(): Promise<string> {
  const directory = newDirectory();
  const store = await openSqlite({ directory });
  const random = seededRandom(directory);
  await openSealer(store, { path: join(directory, 'key'), random });
  await store.close();
  return directory;
}

/** The key file and any draft of it. */
function keysIn(directory: string): string[] {
  return readdirSync(directory).filter((name) => name.startsWith('key'));
}

async function copied(from: string, to: string, keyFile?: string): Promise<void> {
  const given = keyFile === undefined ? {} : { keyFile };
  await copyCloud({ from, to, ...given, onProgress: () => undefined });
}

test('a copy gets the key that its source is sealed with, and no other', async () => {
  const [from, other, to] = [await sealedCloud(), await sealedCloud(), newDirectory()];
  const otherKey = join(other, 'key');
  await assert.rejects(
    copied(from, to, otherKey),
    /key is not the one .* is sealed with: .*--key-file/,
  );
  assert.ok(!existsSync(join(to, 'key')));
  await copied(from, to);
  assert.deepEqual(readFileSync(join(to, 'key')), readFileSync(join(from, 'key')));
});

test('a copy for which no key is found is refused, unless that is meant', async () => {
  const [from, to] = [await sealedCloud(), newDirectory()];
  rmSync(join(from, 'key'));
  const place = { from, to, onProgress: () => undefined };
  await assert.rejects(copyCloud(place), /secrets .* open only with its key file: .*--key-file/);
  const { keyFile } = await copyCloud({ ...place, withoutKey: true });
  assert.equal(keyFile, undefined);
});

test('a key that is in the target already has to be that one', async () => {
  const [from, other, to] = [await sealedCloud(), await sealedCloud(), newDirectory()];
  const kept = join(to, 'key');
  await (await openSqlite({ directory: to })).close();
  copyFileSync(join(other, 'key'), kept);
  await assert.rejects(copied(from, to), /key is not the one .* is sealed with: .*directory that/);
  const away = join(root, 'away.key');
  copyFileSync(join(from, 'key'), away);
  rmSync(join(from, 'key'));
  await assert.rejects(copied(from, to), /key is not the one .* is sealed with/);
  copyFileSync(away, kept);
  await copied(from, to);
});

test('a copy that is refused leaves no key behind', async () => {
  const [from, to] = [await sealedCloud(), newDirectory()];
  const store = await openSqlite({ directory: to });
  await store.write((tx) => tx.insert('meta', [{ name: 'another', value: 'cloud' }]));
  await store.close();
  await assert.rejects(copied(from, to), /is not empty/);
  assert.deepEqual(keysIn(to), []);
});

test('rows that cannot be kept leave no key behind, and the next copy has both', async () => {
  const [from, to] = [await sealedCloud(), newDirectory()];
  const end = await openSqliteEnd(to);
  const keys = { from: join(from, 'key'), to: join(to, 'key') };
  const whole: string[][] = [];
  const full = async (): Promise<void> => {
    whole.push(keysIn(to));
    throw new Error('The disk is full.');
  };
  await assert.rejects(keepKey({ ...end, commit: full }, keys).commit(), /disk is full/);
  await end.close();
  assert.deepEqual([whole, keysIn(to)], [[['key']], []]);
  await copied(from, to);
  assert.equal(statSync(keys.to).mode & 0o077, 0);
});

test('a password that is not escaped is in no message, of a copy or of a server', async () => {
  const url = 'postgres://u:1/secret@nohost.invalid/db';
  const refused = (error: unknown): boolean => String(error).startsWith('Error: A database');
  await assert.rejects(copied(url, newDirectory()), refused);
  await assert.rejects(boot({ database: url, admin: false }), refused);
});
