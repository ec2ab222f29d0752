import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { storeCases } from '#store/cases.ts';
import { addToCounter, readCounters } from '#store/counters.ts';
import { realClock } from '#kernel/clock.ts';
import { openPostgresNews } from '#store/postgres-news.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
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
