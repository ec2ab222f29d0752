import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import { storeCases } from './cases.ts';
import { keysOf, vpc } from './cases/network.ts';
import { DataDirectoryInUse } from './data-directory.ts';
import { NewerSchema } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { twice } from './twice.ts';

const root = mkdtempSync(join(tmpdir(), 'yuntai-store-'));
after(() => rmSync(root, { recursive: true, force: true }));

storeCases('SQLite in memory', () => openSqlite({ directory: ':memory:' }));

storeCases('SQLite in a file', () => openSqlite({ directory: join(root, 'once') }));

storeCases('SQLite, every write run twice', async () =>
  twice(await openSqlite({ directory: join(root, 'twice') })),
);

/** The tables and indexes of a store, and what is in each table. */
async function contentOf(store: Store): Promise<object> {
  const made = sql<{ name: string; type: string; sql: string }>`
    select name, type, sql from sqlite_master where sql is not null order by name`;
  return store.write(async ({ db }) => {
    const { rows } = await made.execute(db);
    const tables = rows.filter(({ type }) => type === 'table').map(({ name }) => name);
    const content = tables.map(async (name) => {
      return (await sql`select * from ${sql.table(name)}`.execute(db)).rows;
    });
    return { rows, content: await Promise.all(content) };
  });
}

describe('SQLite in memory', () => {
  it('has what the migrations make, the second time as well', async () => {
    const migrated = await openSqlite({ directory: join(root, 'migrated') });
    const expected = await contentOf(migrated);
    await migrated.close();
    for (const time of ['first', 'second']) {
      const store = await openSqlite({ directory: ':memory:' });
      assert.deepEqual(await contentOf(store), expected, time);
      await store.close();
    }
  });
});

const program = new URL('store-process.test-support.ts', import.meta.url).pathname;

/** Another process on a data directory, and the lines it says. */
function start(
  part: string,
  directory: string,
): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [program, part, directory], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, lines };
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

describe('SQLite in a process that dies', { timeout: 60_000 }, () => {
  it('keeps every write and nonce that was answered before a SIGKILL', async () => {
    for (const [round, written] of [1, 40].entries()) {
      const directory = join(root, `killed-${round}`);
      const { child, lines } = start('write', directory);
      let answered = '';
      for (let count = 0; count <= written; count += 1) answered = (await lines.next()).value;
      await kill(child);
      const store = await openSqlite({ directory });
      const last = Number(answered);
      for (const account of ['killed', 'neighbour']) {
        const kept = new Set(await keysOf(store, account));
        for (let at = 0; at <= last; at += 1) assert.ok(kept.has(`${at}`), `${account} ${at}`);
      }
      for (let at = 0; at <= last; at += 1) {
        const use = { principal: 'p', nonce: `n${at}`, expiresAt: 1_000 };
        assert.equal(await store.nonces.claim(use, 0), false);
      }
      await store.close();
    }
  });

  it('refuses a directory another process has, names it, takes it when it died', async () => {
    const directory = join(root, 'held');
    const { child, lines } = start('hold', directory);
    assert.equal((await lines.next()).value, '"ready"');
    await assert.rejects(openSqlite({ directory }), (error) => {
      assert.ok(error instanceof DataDirectoryInUse);
      assert.match(error.message, new RegExp(`process ${child.pid}:`));
      return true;
    });
    await kill(child);
    const store = await openSqlite({ directory });
    await store.ping();
    await store.close();
  });

  it('a commit that does not fit on the disk fails its group; the next one is kept', async () => {
    const directory = join(root, 'full');
    const limited = `ulimit -f 4000; exec "$0" "$@"`;
    const child = spawn('sh', ['-c', limited, process.execPath, program, 'overflow', directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) said.push(line);
    assert.equal(said.length, 5, said.join('\n'));
    for (const line of said.slice(1, 4)) assert.match(line, /StoreUnavailable: .*disk/);
    assert.equal(said[4], '"recovered"');
    const store = await openSqlite({ directory });
    assert.deepEqual(await keysOf(store, 'full'), ['before', 'after']);
    await store.close();
  });
});

describe('a data directory', () => {
  it('is refused to a second store of the same process, which leaves the first alone', async () => {
    const directory = join(root, 'same');
    const store = await openSqlite({ directory });
    await assert.rejects(openSqlite({ directory }), new RegExp(`process ${process.pid}:`));
    await store.write((tx) => tx.insert('vpcs', [vpc('same', 'a')]));
    await store.close();
    assert.ok(!existsSync(join(directory, 'yuntai.pid')));
    const again = await openSqlite({ directory });
    assert.deepEqual(await keysOf(again, 'same'), ['a']);
    await again.close();
  });

  it('of a newer version is refused and left as it was', async () => {
    const directory = join(root, 'newer');
    await (await openSqlite({ directory })).close();
    const addToVersion = (more: number): void => {
      const database = new DatabaseSync(join(directory, 'yuntai.db'));
      database.prepare(`update meta set value = value + ? where name = 'schema'`).run(more);
      database.close();
    };
    addToVersion(90);
    await assert.rejects(openSqlite({ directory }), (error) => {
      const said = error instanceof NewerSchema ? error.message : '';
      const [, found, known] = /has schema (\d+), this version knows (\d+)/.exec(said) ?? [];
      return Number(found) === Number(known) + 90;
    });
    addToVersion(-90);
    await (await openSqlite({ directory })).close();
  });

  it('whose database is gone while its key or log is there is no new cloud', async () => {
    for (const left of ['key', 'yuntai.db-wal']) {
      const directory = join(root, `without-${left}`);
      mkdirSync(directory);
      writeFileSync(join(directory, left), 'something');
      await assert.rejects(
        openSqlite({ directory }),
        /yuntai\.db is missing.*put the database back/s,
      );
      assert.deepEqual(readdirSync(directory), [left]);
    }
  });

  it('with an older log beside its database is refused as damaged', async () => {
    const directory = join(root, 'older-log');
    const [wal, kept] = [join(directory, 'yuntai.db-wal'), join(root, 'kept-wal')];
    const fill = async (store: Store, from: number): Promise<void> => {
      for (let at = from; at < from + 400; at += 1) {
        await store.write((tx) =>
          tx.insert('vpcs', [vpc('old', `${at}`, { doc: 'x'.repeat(900) })]),
        );
      }
    };
    const first = await openSqlite({ directory });
    await fill(first, 0);
    await first.close();
    const second = await openSqlite({ directory });
    await fill(second, 400);
    cpSync(wal, kept);
    await fill(second, 800);
    await second.write((tx) => tx.db.deleteFrom('vpcs').where('account', '=', 'old').execute());
    await second.close();
    assert.ok(!existsSync(wal));
    cpSync(kept, wal);
    await assert.rejects(openSqlite({ directory }), /yuntai\.db is damaged.*put a backup/s);
  });

  it('can be read by its owner alone', async () => {
    const directory = join(root, 'private');
    const store = await openSqlite({ directory });
    await store.write((tx) => tx.insert('vpcs', [vpc('private', 'a')]));
    await store.nonces.claim({ principal: 'p', nonce: 'n', expiresAt: 1 }, 0);
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    for (const file of ['yuntai.db', 'yuntai.db-wal', 'nonces.db', 'nonces.db-wal', 'yuntai.pid']) {
      assert.equal(statSync(join(directory, file)).mode & 0o077, 0, file);
    }
    await store.close();
  });

  it('takes no more writes while its file is not where it was', async () => {
    const directory = join(root, 'there');
    const away = join(root, 'away');
    const store = await openSqlite({ directory });
    await store.write((tx) => tx.insert('vpcs', [vpc('there', 'a')]));
    renameSync(directory, away);
    const write = () => store.write((tx) => tx.insert('vpcs', [vpc('there', 'b')]));
    await assert.rejects(write(), (error) => {
      return error instanceof StoreUnavailable && /removed or replaced/.test(error.message);
    });
    await assert.rejects(store.ping(), /put it back/);
    mkdirSync(directory);
    writeFileSync(join(directory, 'yuntai.db'), '');
    await assert.rejects(write(), /removed or replaced/);
    rmSync(directory, { recursive: true });
    renameSync(away, directory);
    await write();
    await store.ping();
    await store.close();
    const again = await openSqlite({ directory });
    assert.deepEqual(await keysOf(again, 'there'), ['a', 'b']);
    await again.close();
  });

  it('says what to do when it cannot be written or is not a database', async () => {
    const directory = join(root, 'damaged');
    mkdirSync(directory);
    writeFileSync(join(directory, 'yuntai.db'), 'not a database'.repeat(1_000));
    await assert.rejects(openSqlite({ directory }), /damaged.*backup/);
    assert.match(readFileSync(join(directory, 'yuntai.db'), 'utf8'), /^not a database/);
    const nonces = join(root, 'no-nonces');
    mkdirSync(nonces);
    writeFileSync(join(nonces, 'nonces.db'), 'not a database'.repeat(1_000));
    await assert.rejects(openSqlite({ directory: nonces }), /nonces\.db is damaged.*delete it/);
    rmSync(join(nonces, 'nonces.db'));
    await (await openSqlite({ directory: nonces })).close();
    const file = join(root, 'a file');
    writeFileSync(file, '');
    await assert.rejects(
      openSqlite({ directory: join(file, 'data') }),
      /cannot be written.*--data/,
    );
    if (process.getuid?.() === 0) return;
    const locked = join(root, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    await assert.rejects(openSqlite({ directory: locked }), /cannot be written.*--data/);
  });
});
