import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { openSqliteEnd } from './copy/sqlite-end.ts';
import { holdDirectory } from './hold-directory.ts';
import { openSqlite } from './sqlite.ts';

const root = mkdtempSync(join(tmpdir(), 'yuntai-hold-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** What may have a data directory, each by how it lets go again. */
const holders = {
  'a server on a database': async (directory: string) => {
    const letGo = holdDirectory(directory);
    return async () => letGo();
  },
  'a server on SQLite': async (directory: string) => {
    const store = await openSqlite({ directory });
    return () => store.close();
  },
  'a copy': async (directory: string) => {
    const end = await openSqliteEnd(directory);
    return () => end.close();
  },
} as const;

for (const [first, hold] of Object.entries(holders)) {
  for (const [second, holdToo] of Object.entries(holders)) {
    test(`a data directory that ${first} has is refused to ${second}`, async () => {
      const directory = join(root, `${first}, ${second}`);
      const letGo = await hold(directory);
      await assert.rejects(holdToo(directory), new RegExp(`in use by process ${process.pid}:`));
      await letGo();
      const letGoToo = await holdToo(directory);
      await letGoToo();
    });
  }
}
