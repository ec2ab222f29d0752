import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { tables } from '#resources/nouns.ts';
import { boot } from '#server/boot.ts';
import { copyCloud } from '#server/copy-cloud.ts';
import { openCopyEnd } from '#server/open-copy-end.ts';
import { vpc } from '#store/cases/network.ts';
import { copyRows } from '#store/copy/copy.ts';
import type { CopyEnd } from '#store/copy/end.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
import { openSqlite } from '#store/sqlite.ts';
import { createDatabase, type TestDatabase, withoutServer } from '../support/postgres-server.ts';
import { scratchDirectory } from '../support/spawned-cloud.ts';

const numbered = Object.values(tables).filter(({ columns }) => 'seq' in columns).length;
const endOthers =
  'select pg_terminate_backend(pid, 5000) from pg_stat_activity ' +
  'where datname = current_database() and pid <> pg_backend_pid()';

describe('an end of a copy on a PostgreSQL server', { skip: withoutServer }, () => {
  const databases: TestDatabase[] = [];
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createDatabase();
    databases.push(database);
  });
  after(async () => {
    for (const made of databases) await made.drop();
  });

  const namesIn = ({ db }: CopyEnd) => db.selectFrom('meta').select('name').execute();

  test('a server by any name keeps it out, and it keeps servers out', async () => {
    const url = new URL(database.url);
    url.searchParams.set('application_name', 'web');
    const keyFile = join(scratchDirectory(), 'key');
    const options = { database: url.href, keyFile, admin: false };
    const server = await boot(options);
    await assert.rejects(
      openCopyEnd(database.url, 'source'),
      /Servers run on .*: stop all of them/,
    );
    await server.stop();
    const end = await openCopyEnd(database.url, 'source');
    await assert.rejects(openCopyEnd(database.url, 'source'), /or it is being copied/);
    await assert.rejects(boot(options), /is being copied: wait/);
    await end.close();
    await (await boot(options)).stop();
  });

  test('a copy that was killed leaves no new cloud to be served', async () => {
    const keyFile = join(scratchDirectory(), 'key');
    const target = await openCopyEnd(database.url, 'target');
    await target.begin();
    await database.query(endOthers);
    await target.close();
    const options = { database: database.url, keyFile, admin: false };
    await assert.rejects(boot(options), /A copy into this place was begun and not finished/);
    const from = join(scratchDirectory(), 'from');
    await (await openSqlite({ directory: from })).close();
    await copyCloud({ from, to: database.url, onProgress() {} });
    await (await boot(options)).stop();
  });

  test('takes as long as it takes', async () => {
    await database.query(`alter database ${database.name} set statement_timeout = 1000`);
    const end = await openCopyEnd(database.url, 'source');
    const { rows } = await sql<{ name: string }>`
      select name from pg_settings where setting <> '0' and name in
        ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')
    `.execute(end.db);
    await end.close();
    assert.deepEqual(rows, []);
  });

  test('nothing is kept where the source was lost before that', async () => {
    const server = await boot({ database: database.url, admin: false });
    await server.stop();
    const directory = join(scratchDirectory(), 'target');
    const source = await openCopyEnd(database.url, 'source');
    const target = await openCopyEnd(directory, 'target');
    let read = 0;
    const losing: CopyEnd = {
      ...source,
      async lastNumber(table) {
        const number = await source.lastNumber(table);
        read += 1;
        if (read === numbered) await database.query(endOthers);
        return number;
      },
    };
    await assert.rejects(
      copyRows(losing, target, { tables, onProgress: () => undefined }),
      /database cannot answer now/,
    );
    await source.close();
    await target.close();
    await assert.rejects(
      copyCloud({ from: directory, to: database.url, onProgress() {} }),
      /no cloud/,
    );
  });

  test('whoever writes nevertheless waits for it, and it sees one moment of the data', async () => {
    // A store alone does not say that a server is there, like one that was just cut off.
    const store = await openPostgres({
      pool: openPool({ url: database.url, onLost: () => undefined }),
    });
    await store.write((tx) => tx.insert('vpcs', [vpc('a', 'before')]));
    const end = await openCopyEnd(database.url, 'source');
    const names = await namesIn(end);
    const written = new Set<string>();
    const write = store.write((tx) => tx.insert('vpcs', [vpc('a', 'after')]));
    const writing = write.then(() => written.add('after'));
    const waiting = 'select 1 from pg_locks where locktype = $1 and not granted';
    while (written.size === 0 && (await database.query(waiting, ['advisory'])).length === 0);
    assert.equal(written.size, 0);
    await database.query(`insert into meta (name, value) values ('n', 'v')`);
    assert.deepEqual(await namesIn(end), names);
    await end.close();
    await writing;
    await store.close();
  });
});
