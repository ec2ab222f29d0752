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

/** A database whose next commit is lost: before it has reached the server, or after. */
function losing(pool: PostgresPool, loss: { at: 'before' | 'after' | 'never' }): PostgresPool {
  return {
    async acquire() {
      const connection = await pool.acquire();
      return {
        lost: connection.lost,
        release: (broken) => connection.release(broken),
        async query(sql, parameters, kept) {
          const { at } = loss;
          if (sql !== 'commit' || at === 'never') return connection.query(sql, parameters, kept);
          loss.at = 'never';
          await connection.query(at === 'after' ? 'commit' : 'rollback', []);
          throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
        },
      };
    },
    close: () => pool.close(),
  };
}

describe('a commit during which the connection is lost', () => {
  it('is no failure where the database has kept it, and its hooks run', async () => {
    const loss: Parameters<typeof losing>[1] = { at: 'never' };
    const store = await openPostgres({ pool: losing(await emptied(), loss) });
    loss.at = 'after';
    let heard = 0;
    await store.write(async (tx) => {
      await tx.insert('vpcs', [vpc('lost', 'a')]);
      tx.afterCommit(() => (heard += 1));
    });
    assert.equal(heard, 1);
    assert.deepEqual(await keysOf(store, 'lost'), ['a']);
  });

  it('is refused where the database has not, and the next write is kept', async () => {
    const loss: Parameters<typeof losing>[1] = { at: 'never' };
    const store = await openPostgres({ pool: losing(await emptied(), loss) });
    loss.at = 'before';
    const write = () => store.write((tx) => tx.insert('vpcs', [vpc('lost', 'a')]));
    await assert.rejects(write(), StoreUnavailable);
    assert.deepEqual(await keysOf(store, 'lost'), []);
    await write();
    assert.deepEqual(await keysOf(store, 'lost'), ['a']);
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

describe('rates that processes share', () => {
  it('give what a second allows at once, and then as much as time has filled', async () => {
    const { rates } = await openPostgres({ pool: await emptied() });
    assert.ok(rates);
    const passed = async (bucket: string, now: number): Promise<number> => {
      const takes = Array.from({ length: 30 }, () => rates.take(bucket, 10, now));
      return (await Promise.all(takes)).filter(Boolean).length;
    };
    assert.equal(await passed('one', 50_000), 10);
    assert.equal(await passed('two', 50_000), 10);
    assert.equal(await passed('one', 50_099), 0);
    assert.equal(await passed('one', 50_100), 1);
    assert.equal(await passed('one', 50_450), 3);
    assert.equal(await passed('one', 50_500), 1);
    assert.equal(await passed('one', 40_000), 0, 'a clock that is behind fills nothing');
    assert.equal(await passed('one', 90_000), 10);
  });
});
