import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { seededRandom } from '#kernel/random.ts';
import { openSqlite } from '#store/sqlite.ts';
import { copyCloud } from './copy-cloud.ts';
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

async function copied(from: string, to: string, keyFile?: string): Promise<void> {
  const given = keyFile === undefined ? {} : { keyFile };
  await copyCloud({ from, to, ...given, onProgress: () => undefined });
}

test('a copy gets the key that its source is sealed with, and no other', async () => {
  const [from, other, to] = [await sealedCloud(), await sealedCloud(), newDirectory()];
  const otherKey = join(other, 'key');
  await assert.rejects(copied(from, to, otherKey), /key is not the one .* was sealed with.*--key-/);
  assert.ok(!existsSync(join(to, 'key')));
  await copied(from, to);
  assert.deepEqual(readFileSync(join(to, 'key')), readFileSync(join(from, 'key')));
});

test('a key that is in the target already has to be that one', async () => {
  const [from, other, to] = [await sealedCloud(), await sealedCloud(), newDirectory()];
  const kept = join(to, 'key');
  await (await openSqlite({ directory: to })).close();
  copyFileSync(join(other, 'key'), kept);
  await assert.rejects(copied(from, to), /is another key than/);
  const away = join(root, 'away.key');
  copyFileSync(join(from, 'key'), away);
  rmSync(join(from, 'key'));
  await assert.rejects(copied(from, to), /key is not the one .* was sealed with/);
  copyFileSync(away, kept);
  await copied(from, to);
});
