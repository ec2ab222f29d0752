import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { after, describe, test } from 'node:test';
import { storeCases } from '#store/cases.ts';
import { addToCounter, readCounters } from '#store/counters.ts';
import { openPool } from '#store/postgres-pool.ts';
import { PostgresPeers } from '#store/postgres-peers.ts';
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
    const peers = new PostgresPeers(options);
    await peers.connect();
    return openPostgres({ pool, noncePool, peers });
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

  test('news reach the other stores, not the one that tells', async () => {
    const database = await made();
    const [one, two] = await Promise.all([openOn(database), openOn(database)]);
    const heard = new EventEmitter();
    let own = 0;
    one.peers.onNews('clock', () => (own += 1));
    two.peers.onNews('clock', () => heard.emit('clock'));
    two.peers.onNews('keys', () => heard.emit('keys'));
    const clock = once(heard, 'clock');
    const keys = once(heard, 'keys');
    one.peers.tell('clock');
    await clock;
    one.peers.tell('keys');
    await keys;
    assert.equal(own, 0);
    await Promise.all([one.close(), two.close()]);
  });
});
