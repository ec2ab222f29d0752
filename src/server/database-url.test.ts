import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databasePlace } from './database-url.ts';
import { openStore } from './open-store.ts';

const quiet = { onCommit: () => undefined, onHookError: () => undefined, onLost: () => undefined };

test('the place of a database is shown without its password', () => {
  assert.deepEqual(databasePlace('postgres://me:secret@db.example:5433/cloud'), {
    host: 'db.example:5433',
    user: 'me',
    name: 'cloud',
  });
  const socket = databasePlace('postgresql:///cloud?host=/var/run/postgresql');
  assert.equal(socket.host, '/var/run/postgresql');
});

test('what is no URL of a database is refused, and not repeated', () => {
  for (const given of ['secret', 'mysql://me:secret@host/name', 'postgres//secret']) {
    assert.throws(
      () => databasePlace(given),
      (error: Error) => /must be given as/.test(error.message) && !/secret/.test(error.message),
    );
  }
});

test('a database that does not answer is named, its password is not', async () => {
  const database = 'postgres://me:secret@127.0.0.1:1/cloud';
  await assert.rejects(openStore({ data: ':memory:', database, ...quiet }), (error: Error) => {
    assert.match(error.message, /^PostgreSQL at 127\.0\.0\.1:1 does not answer .*: start it/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});
