import { after, describe } from 'node:test';
import { storeCases } from '#store/cases.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
import { twice } from '#store/twice.ts';
import { createDatabase, type TestDatabase, withoutServer } from '../support/postgres-server.ts';

describe('on a PostgreSQL server', { skip: withoutServer }, () => {
  const databases: TestDatabase[] = [];
  after(async () => {
    for (const database of databases) await database.drop();
  });

  async function open() {
    const database = await createDatabase();
    databases.push(database);
    const pool = { url: database.url, onLost: () => undefined };
    const noncePool = openPool({ ...pool, durable: false });
    return openPostgres({ pool: openPool(pool), noncePool });
  }

  storeCases('the store', open);

  storeCases('the store, every write run twice', async () => twice(await open()));
});
