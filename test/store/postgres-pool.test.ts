import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isLost } from '#store/postgres-errors.ts';
import { vpc } from '#store/cases/network.ts';
import type { LockHolder } from '#store/postgres-fitness.ts';
import { postgresOpeningError } from '#store/postgres-opening.ts';
import { openPool } from '#store/postgres-pool.ts';
import { openPostgres } from '#store/postgres.ts';
import {
  createDatabase,
  serverUrl,
  type TestDatabase,
  withoutServer,
} from '../support/postgres-server.ts';
import { severable } from '../support/severable.ts';

describe('connections to a PostgreSQL server', { skip: withoutServer, timeout: 60_000 }, () => {
  let database: TestDatabase;
  before(async () => {
    database = await createDatabase();
  });
  after(() => database.drop());

  test('a database that cannot be made a cloud says what is wrong and what to do', async () => {
    const told = async (...before: readonly string[]): Promise<string> => {
      const own = await createDatabase();
      for (const statement of before) await own.query(statement.replace('$name', own.name));
      const pool = openPool({ url: own.url, onLost: () => undefined });
      const error = await openPostgres({ pool }).then(
        () => undefined,
        (reason: unknown) => postgresOpeningError('place', reason),
      );
      await pool.close();
      await own.drop();
      return String(error);
    };
    assert.match(
      await told('alter database $name set default_transaction_read_only = on'),
      /cannot be used \(.*read-only transaction\): its user or its server only reads/,
    );
    assert.match(
      await told('create table instances (a int)'),
      /cannot be used \(.*already exists\): it has tables of another program/,
    );
  });

  test('have limits and durability of their own, whatever options the URL gives', async () => {
    const url = `${database.url}?options=-c%20search_path%3Dpublic`;
    const pool = openPool({ url, onLost: () => undefined, durable: false, lockMsMax: 7_000 });
    const connection = await pool.acquire();
    const settings = ['statement_timeout', 'lock_timeout', 'synchronous_commit', 'search_path'];
    const found = await Promise.all(
      settings.map(async (name) => {
        const { rows } = await connection.query('select current_setting($1) as value', [name]);
        return (rows[0] as { readonly value: string }).value;
      }),
    );
    assert.deepEqual(found, ['30s', '7s', 'off', 'public']);
    connection.release(false);
    await pool.close();
  });

  test('writes that wait in vain for a lock tell who holds it', async () => {
    const pool = openPool({ url: database.url, onLost: () => undefined, lockMsMax: 1_500 });
    const told: LockHolder[] = [];
    const store = await openPostgres({ pool, onBlocked: (holders) => told.push(...holders) });
    const url = `${database.url}?application_name=report`;
    const other = openPool({ url, onLost: () => undefined });
    const foreign = await other.acquire();
    await foreign.query('begin', []);
    await foreign.query('lock table vpcs in exclusive mode', []);
    const write = store.write((tx) => tx.insert('vpcs', [vpc('locked', 'a')]));
    await assert.rejects(write, /Too many writes at the same rows/);
    const shown = told.map(({ place, state }) => [place, state]);
    assert.deepEqual(shown, [['127.0.0.1', 'idle in transaction']]);
    await foreign.query('rollback', []);
    foreign.release(false);
    await store.write((tx) => tx.insert('vpcs', [vpc('locked', 'a')]));
    await other.close();
    await store.close();
  });

  test('are lost where the network goes silent, all that waits on them with it', async () => {
    const { hostname: host, port } = new URL(serverUrl);
    const way = await severable({ host, port: Number(port === '' ? 5432 : port) });
    const url = new URL(database.url);
    url.host = `127.0.0.1:${way.port}`;
    const pool = openPool({ url: url.href, onLost: () => undefined, statementMsMax: 1_000 });
    const connection = await pool.acquire();
    way.mute();
    const outcomes = await Promise.allSettled(
      [1, 2].map((value) => connection.query('select $1::int8', [value])),
    );
    for (const outcome of outcomes) {
      assert.ok(outcome.status === 'rejected' && isLost(outcome.reason), JSON.stringify(outcome));
    }
    connection.release(true);
    await pool.close();
    await way.cut();
  });
});
