import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Clock, realClock } from '#kernel/clock.ts';
import { storeCases } from './cases.ts';
import { keysOf, vpc } from './cases/network.ts';
import { NewerSchema } from './migrate.ts';
import { startPglite } from './pglite.test-support.ts';
import type { Pglite } from './pglite.test-support.ts';
import type { PostgresPool } from './postgres-connection.ts';
import { openPostgres } from './postgres.ts';
import type { Store } from './store.ts';
import { OutcomeUnknown, StoreUnavailable } from './store-unavailable.ts';
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

interface Loss {
  at: 'before' | 'after' | 'never';
  /** What is said of it. */
  readonly error?: Error;
  /** What the database says to whoever asks for a connection afterwards. */
  readonly refusal?: Error;
  isLost?: boolean;
}

/** A database whose next commit is lost: before it has reached the server, or after. */
function losing(pool: PostgresPool, loss: Loss): PostgresPool {
  const { error = said('read ECONNRESET', { code: 'ECONNRESET' }), refusal } = loss;
  return {
    async acquire() {
      if (refusal !== undefined && loss.isLost === true) throw refusal;
      const connection = await pool.acquire();
      return {
        lost: connection.lost,
        release: (broken) => connection.release(broken),
        async query(sql, parameters, kept) {
          const { at } = loss;
          if (sql !== 'commit' || at === 'never') return connection.query(sql, parameters, kept);
          loss.at = 'never';
          loss.isLost = true;
          await connection.query(at === 'after' ? 'commit' : 'rollback', []);
          throw error;
        },
      };
    },
    close: () => pool.close(),
  };
}

const said = (message: string, fields: object): Error => Object.assign(new Error(message), fields);

/** A clock that jumps to whatever is waited for. */
function hastyClock(): Clock {
  let now = 0;
  const at: Clock['at'] = (due, run) => {
    now = Math.max(now, due);
    const timer = setImmediate(run);
    return () => clearImmediate(timer);
  };
  return { now: () => now, at, after: (ms, run) => at(now + ms, run), steady: () => now };
}

describe('a commit during which the connection is lost', () => {
  const write = (store: Store) => store.write((tx) => tx.insert('vpcs', [vpc('lost', 'a')]));

  it('is no failure where the database has kept it, and its hooks run', async () => {
    const loss: Loss = { at: 'never' };
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
    const loss: Loss = { at: 'never' };
    const store = await openPostgres({ pool: losing(await emptied(), loss) });
    loss.at = 'before';
    await assert.rejects(write(store), StoreUnavailable);
    assert.deepEqual(await keysOf(store, 'lost'), []);
    await write(store);
    assert.deepEqual(await keysOf(store, 'lost'), ['a']);
  });

  for (const error of [
    new Error('words that nobody has heard before'),
    said('bad record mac', { code: 'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC' }),
    said('read ECONNABORTED', { code: 'ECONNABORTED' }),
    said('terminating connection', { code: '57P01', severity: 'FATAL' }),
  ]) {
    it(`is looked up, not taken for refused: ${error.message}`, async () => {
      const loss: Loss = { at: 'never', error };
      const store = await openPostgres({ pool: losing(await emptied(), loss) });
      loss.at = 'after';
      await write(store);
      assert.deepEqual(await keysOf(store, 'lost'), ['a']);
    });
  }

  for (const code of ['53300', '28P01', '57014', '57P03', '3D000']) {
    it(`is not known to have failed where the look-up does, with ${code}`, async () => {
      const refusal = said('The look-up fails.', { code, severity: 'FATAL' });
      const loss: Loss = { at: 'never', refusal };
      const pool = losing(await emptied(), loss);
      const store = await openPostgres({ pool, wall: hastyClock() });
      loss.at = 'after';
      await assert.rejects(write(store), OutcomeUnknown);
      loss.isLost = false;
      assert.deepEqual(await keysOf(store, 'lost'), ['a']);
    });
  }
});

describe('a database that takes no writes', () => {
  it('is waited for once by all who wait, and they are told what it said', async () => {
    const pool = await emptied();
    let refused = 0;
    let isAway = false;
    const refuse = (): never => {
      refused += 1;
      throw said('permission denied for function pg_advisory_xact_lock', { code: '42501' });
    };
    const acquire = async () => (isAway ? refuse() : pool.acquire());
    const store = await openPostgres({ pool: { ...pool, acquire } });
    isAway = true;
    const writes = Array.from({ length: 100 }, () => store.write(async () => undefined));
    for (const outcome of await Promise.allSettled(writes)) {
      assert.ok(outcome.status === 'rejected' && outcome.reason instanceof StoreUnavailable);
      assert.match(outcome.reason.message, /takes no writes \(permission denied for function/);
    }
    assert.equal(refused, 1);
    isAway = false;
    await store.write((tx) => tx.insert('vpcs', [vpc('away', 'a')]));
    assert.deepEqual(await keysOf(store, 'away'), ['a']);
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

  it('is refused on a server older than 15', async () => {
    const pool = await emptied();
    const acquire: PostgresPool['acquire'] = async () => {
      const connection = await pool.acquire();
      return {
        ...connection,
        async query(sql, parameters, kept) {
          const answer = await connection.query(sql, parameters, kept);
          if (!sql.includes('server_version')) return answer;
          const old = { version: '14.11 (Debian)', number: 140_011, encoding: 'UTF8' };
          return { ...answer, rows: [old] };
        },
      };
    };
    await assert.rejects(openPostgres({ pool: { ...pool, acquire } }), {
      message: 'The database server is PostgreSQL 14.11 (Debian): Yuntai needs 15 or later.',
    });
  });

  it('is migrated once by stores that open it together', async () => {
    const pool = await emptied();
    const stores = await Promise.all([openPostgres({ pool }), openPostgres({ pool })]);
    await Promise.all(stores.map((store) => store.ping()));
  });
});

describe('nonces that processes share', () => {
  it('are kept for all, where the clock of one is minutes ahead', async () => {
    const { nonces } = await openPostgres({ pool: await emptied() });
    const now = realClock().now();
    const use = { principal: 'p', nonce: 'n', expiresAt: now + 300_000 };
    assert.equal(await nonces.claim(use, now), true);
    const ahead = now + 400_000;
    for (let at = 0; at < 200; at += 1) {
      await nonces.claim({ principal: 'p', nonce: `${at}`, expiresAt: ahead + 1 }, ahead);
    }
    assert.equal(await nonces.claim(use, now), false);
    assert.equal(await nonces.claim({ ...use, nonce: 'new' }, now), true);
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
    assert.equal(await passed('one', 5_000), 10, 'the clock was set back');
    assert.equal(await passed('one', 5_100), 1);
  });
});
