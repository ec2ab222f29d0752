import assert from 'node:assert/strict';
import { test } from 'node:test';
import { realClock } from '#kernel/clock.ts';
import { openCopyEnd } from './open-copy-end.ts';
import { openStore } from './open-store.ts';

const nothing = {
  onCommit: () => undefined,
  onHookError: () => undefined,
  onLost: () => undefined,
  onBlocked: () => undefined,
};

for (const database of ['mysql://127.0.0.1/yuntai', 'postgres://127.0.0.1:port/yuntai']) {
  test(`a server does not start on what is no database: ${database}`, async () => {
    const opening = openStore({ data: ':memory:', database, wall: realClock(), ...nothing });
    await assert.rejects(opening, /^Error: A database is a URL such as postgres:/);
  });
}

test('nothing is copied to what is no database', async () => {
  const opening = openCopyEnd('postgres://127.0.0.1:port/yuntai', 'target');
  await assert.rejects(opening, /^Error: A database is a URL such as postgres:/);
});
