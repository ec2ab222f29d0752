import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { storeCases } from './cases.ts';
import { openSqlite } from './sqlite.ts';
import { twice } from './twice.ts';

const directory = mkdtempSync(join(tmpdir(), 'yuntai-store-'));
after(() => rmSync(directory, { recursive: true, force: true }));

storeCases('SQLite in memory', () => openSqlite({ directory: ':memory:' }));

storeCases('SQLite in a file', () => openSqlite({ directory: join(directory, 'once') }));

storeCases('SQLite, every write run twice', async () =>
  twice(await openSqlite({ directory: join(directory, 'twice') })),
);
