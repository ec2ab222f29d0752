import assert from 'node:assert/strict';
import { test } from 'node:test';
import { realClock } from '#kernel/clock.ts';
import { openCopyEnd } from './open-copy-end.ts';
import { openStore } from './open-store.ts';

const nothing = {
  onCommit: () => undefined,
  onHookError: () => undefined,
  onLost: () => undefined,
};

for (const database of ['mysql://127.0.0.1/yuntai', 'postgres://127.0.0.1:port/yuntai']) {
  test(`a server does not start on what is no database: ${database}`, async () => {
    await assert.rejects(openStore({ data: ':memory:', database, wall: realClock(), ...nothing }), {
      message: '--database takes a URL such as postgres://user@127.0.0.1:5432/yuntai.',
    });
  });
}

test('nothing is copied to what is no database', async () => {
  await assert.rejects(openCopyEnd('postgres://127.0.0.1:port/yuntai', 'target'), {
    message: 'A database is a URL such as postgres://user@127.0.0.1:5432/yuntai.',
  });
});
