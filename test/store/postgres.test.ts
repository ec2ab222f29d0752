import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { migrationLock, writeLock } from '#store/postgres-locks.ts';
import { storeCases } from '#store/cases.ts';
import { addToCounter, readCounters } from '#store/counters.ts';
import { realClock } from '#kernel/clock.ts';
import { openPostgresNews } from '#store/postgres-news.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
import { statement } from '#store/statement.ts';
import { StoreUnavailable } from '#store/store-unavailable.ts';
import { twice } from '#store/twice.ts';
import { createDatabase, type TestDatabase, withoutServer } from '../support/postgres-server.ts';

describe('on a PostgreSQL server', { skip: withoutServer }, () => {
  const databases: TestDatabase[] = [];
  after(async () => {
    for (const database of databases) await database.drop();
  });

  async function made(): Promise<TestDatabase> {
    const database = await createDatabase();
    databases.push(database);
    return database;
  }

  async function openOn({ url }: TestDatabase) {
    const options = { url, onLost: () => undefined };
    const pool = openPool(options);
    const noncePool = openPool({ ...options, durable: false });
    const news = openPostgresNews({ ...options, wall: realClock() });
    return openPostgres({ pool, noncePool, news });
  }

  storeCases('the store', async () => openOn(await made()));

  storeCases('the store, every write run twice', async () => twice(await openOn(await made())));

  test('stores that open an empty database together migrate it once', async () => {
    const database = await made();
    const stores = await Promise.all([1, 2, 3, 4].map(() => openOn(database)));
    await Promise.all(stores.map((store) => store.ping()));
    await Promise.all(stores.map((store) => store.close()));
  });

  test('who holds up a start is said, and it goes on when they are through', async () => {
    const { url } = await made();
    const options = { url, onLost: () => undefined };
    const pool = openPool(options);
    const holder = await pool.acquire();
    await holder.query('begin', []);
    await holder.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    const { rows } = await holder.query('select pg_backend_pid() as pid', []);
    const { pid } = rows[0] as { readonly pid: number };
    const impatient = openPool({ ...options, lockMsMax: 100 });
    await assert.rejects(openPostgres({ pool, migrationPool: impatient }), {
      message:
        'Another process changes the tables of this database, or copies it ' +
        `(session ${pid}, from 127.0.0.1): wait until it is through, or end it, and start again.`,
    });
    await impatient.close();
    const opening = openPostgres({ pool });
    await holder.query('commit', []);
    holder.release(false);
    await (await opening).close();
  });

  test('a database whose text is not Unicode is refused', async () => {
    const database = await made();
    const name = `${database.name}_ascii`;
    await database.query(
      `create database ${name} encoding 'SQL_ASCII' template template0 ` +
        "lc_collate 'C' lc_ctype 'C'",
    );
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    const pool = openPool({ url: url.href, onLost: () => undefined });
    await assert.rejects(openPostgres({ pool }), /encoding .* SQL_ASCII: Yuntai needs UTF8\./);
    await pool.close();
    await database.query(`drop database ${name}`);
  });

  test('a store that runs while a newer version makes its tables reads on', async () => {
    const database = await made();
    const pool = openPool({ url: database.url, onLost: () => undefined, connectionsMax: 1 });
    const store = await openPostgres({ pool });
    const facts = statement<object>()((db) => db.selectFrom('meta').selectAll());
    const look = () => store.read((reader) => reader.all(facts, {}));
    const write = () => store.write((tx) => tx.all(facts, {}));
    await look();
    await write();
    await database.query('alter table meta add column more text');
    await assert.rejects(write(), StoreUnavailable);
    await look();
    await write();
    await store.close();
  });

  test('a store that runs when a newer version has made its tables writes no more', async () => {
    const database = await made();
    const store = await openOn(database);
    const write = () => store.write((tx) => tx.insert('meta', [{ name: 'old', value: '' }]));
    await database.query("update meta set value = '99' where name = 'schema'");
    await assert.rejects(write(), (error: unknown) => {
      assert.ok(error instanceof StoreUnavailable);
      assert.match(error.message, /last opened by a newer Yuntai: it has schema 99/);
      return true;
    });
    assert.deepEqual(await database.query("select * from meta where name = 'old'"), []);
    await store.close();
  });

  test('new tables are made between two writes, not within one', async () => {
    const { url } = await made();
    const options = { url, onLost: () => undefined };
    const pool = openPool(options);
    const writing = await pool.acquire();
    await writing.query('begin', []);
    await writing.query('select pg_advisory_xact_lock($1)', [writeLock]);
    const migrationPool = openPool({ ...options, lockMsMax: 100 });
    await assert.rejects(openPostgres({ pool, migrationPool }), /Another process/);
    await writing.query('commit', []);
    writing.release(false);
    await (await openPostgres({ pool, migrationPool })).close();
    await migrationPool.close();
  });

  test('what one store checks before it writes, no other changes in between', async () => {
    const database = await made();
    const stores = await Promise.all([1, 2, 3].map(() => openOn(database)));
    const scope = { account: 'a', scope: 's' };
    const add = (store: (typeof stores)[number]): Promise<boolean> =>
      store.write(async (tx) => {
        // A check and then a write, which only holds where nobody comes in between.
        const used = (await readCounters(tx, scope)).get('n') ?? 0;
        if (used >= 50) return false;
        return addToCounter(tx, { ...scope, name: 'n' }, 1);
      });
    const all = await Promise.all(
      stores.flatMap((store) => Array.from({ length: 30 }, () => add(store))),
    );
    assert.equal(all.filter(Boolean).length, 50);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('news reach the other stores', async () => {
    const database = await made();
    const [one, two] = await Promise.all([openOn(database), openOn(database)]);
    const heard = new Set<string>();
    two.news.listen((topic) => heard.add(topic));
    const all = ['clock', 'keys'] as const;
    // Told again and again, since a store that does not listen yet hears nothing.
    for (let tries = 0; tries < 200 && heard.size < all.length; tries += 1) {
      for (const topic of all) one.news.tell(topic);
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    assert.deepEqual([...heard].toSorted(), all);
    await Promise.all([one.close(), two.close()]);
  });
});
