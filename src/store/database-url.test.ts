import assert from 'node:assert/strict';
import { test } from 'node:test';
import { databaseName } from './database-url.ts';

test('a database is named by its host, port and name alone', () => {
  const names = [
    'postgres://user:secret@127.0.0.1:5432/yuntai?sslmode=require',
    'postgresql://user:se%2Fcr%40et@db/yuntai',
    'postgres:///yuntai?host=/run/postgresql',
  ].map(databaseName);
  assert.deepEqual(names, ['127.0.0.1:5432/yuntai', 'db/yuntai', '/yuntai']);
});

for (const url of [
  'postgres://u:1/secret@nohost.invalid/db',
  'postgres://u:1?secret@nohost.invalid/db',
  'postgres://u:1#secret@nohost.invalid/db',
  'postgres://u:p@1/secret@nohost.invalid/db',
  'postgres://u:se/cret@nohost.invalid/db',
  'mysql://u:secret@nohost.invalid/db',
]) {
  test(`${url} is refused, and nothing of it is said`, () => {
    assert.throws(
      () => databaseName(url),
      (error) => {
        return (
          error instanceof Error &&
          /\/ as %2F/.test(error.message) &&
          !/cret|nohost/.test(error.message)
        );
      },
    );
  });
}
