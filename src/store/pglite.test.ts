import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { storeCases } from './cases.ts';
import { keysOf, vpc } from './cases/network.ts';
import { NewerSchema } from './migrate.ts';
import { startPglite } from './pglite.test-support.ts';
import type { Pglite } from './pglite.test-support.ts';
import type { PostgresPool } from './postgres-connection.ts';
import { openPostgres } from './postgres.ts';
import { StoreUnavailable } from './store-unavailable.ts';
import { twice } from './twice.ts';

let pglite: Pglite | undefined;

before(async () => {
  pglite = await startPglite();
});
after(async () => {
  await pglite?.close();
});

async function emptied(): Promise<PostgresPool> {
  if (pglite === undefined) throw new Error('PGlite did not start.');
  return pglite.emptied();
}

const open = async () => openPostgres({ pool: await emptied() });

storeCases('PostgreSQL (PGlite)', open);

storeCases('PostgreSQL (PGlite), every write run twice', async () => twice(await open()));

/** A database whose first commits after the migration fail as concurrent writes make them. */
function contended(pool: PostgresPool, failure: { times: number; code: string }): PostgresPool {
  let begun = false;
  return {
    async acquire() {
      const connection = await pool.acquire();
      return {
        release: (broken) => connection.release(broken),
        async query(sql, parameters, kept) {
          begun ||= sql.includes('serializable');
          if (!begun || sql !== 'commit' || failure.times === 0) {
            return connection.query(sql, parameters, kept);
          }
          failure.times -= 1;
          throw Object.assign(new Error('could not serialize access'), { code: failure.code });
        },
      };
    },
    close: () => pool.close(),
  };
}

describe('writes of PostgreSQL that meet others', () => {
  for (const code of ['40001', '40P01']) {
    it(`run again after ${code}, and are kept once`, async () => {
      const store = await openPostgres({
        pool: contended(await emptied(), { times: 3, code }),
      });
      let runs = 0;
      let heard = 0;
      const answer = await store.write(async (tx) => {
        runs += 1;
        await tx.insert('vpcs', [vpc('met', 'a')]);
        tx.afterCommit(() => {
          heard += 1;
        });
        return runs;
      });
      assert.deepEqual([answer, runs, heard], [4, 4, 1]);
      assert.deepEqual(await keysOf(store, 'met'), ['a']);
    });
  }

  it('give up after ten attempts, with nothing kept', async () => {
    const pool = contended(await emptied(), { times: 10, code: '40001' });
    const store = await openPostgres({ pool });
    const write = () => store.write((tx) => tx.insert('vpcs', [vpc('met', 'a')]));
    await assert.rejects(write(), StoreUnavailable);
    assert.deepEqual(await keysOf(store, 'met'), []);
    await write();
    assert.deepEqual(await keysOf(store, 'met'), ['a']);
  });

  it('a lost connection is no reason to run again', async () => {
    const pool = contended(await emptied(), { times: 1, code: '08006' });
    const store = await openPostgres({ pool });
    let runs = 0;
    const write = store.write(async () => {
      runs += 1;
    });
    await assert.rejects(write, StoreUnavailable);
    assert.equal(runs, 1);
  });
});

describe('a PostgreSQL database', () => {
  it('is opened again with what it holds, and refused when of a newer version', async () => {
    const pool = await emptied();
    const store = await openPostgres({ pool });
    await store.write((tx) => tx.insert('vpcs', [vpc('again', 'a')]));
    const again = await openPostgres({ pool });
    assert.deepEqual(await keysOf(again, 'again'), ['a']);
    await again.write(async (tx) => {
      await tx.db.updateTable('meta').set({ value: '99' }).where('name', '=', 'schema').execute();
    });
    await assert.rejects(openPostgres({ pool }), NewerSchema);
  });

  it('is migrated once by stores that open it together', async () => {
    const pool = await emptied();
    const stores = await Promise.all([openPostgres({ pool }), openPostgres({ pool })]);
    await Promise.all(stores.map((store) => store.ping()));
  });
});
