import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isLost } from '#store/postgres-errors.ts';
import { openPool } from '#store/postgres-pool.ts';
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
