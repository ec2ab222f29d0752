import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { boot } from './boot.ts';
import { reset } from './reset.ts';

test('what is under way when the cloud is emptied leaves nothing behind', async () => {
  const cloudClock = simulatedClock(0);
  const server = await boot({ cloudClock });
  const { store, engine } = server;
  await store.write((tx) =>
    tx.insert('workflows', [
      {
        kind: 'instance.launch',
        target: 'batch:none',
        step: 'boot',
        state: 'active',
        due_at: 0,
        attempts: 0,
        epoch: 0,
        lease_until: null,
        owner: null,
        began_at: 0,
        created_at: 0,
        input: '{"keys":["abcdefgh"],"start":true}',
        results: '{}',
      },
    ]),
  );
  await store.write((tx) =>
    tx.insert('tokens', [
      { account: '1', scope: 's', token: 't', hash: 'h', result: '{}', created_at: 0 },
    ]),
  );
  engine.wake();
  await reset(store);
  await engine.idle();
  for (const table of ['workflows', 'tokens', 'instances', 'counters', 'hosts'] as const) {
    const all: readonly object[] = await store.read(({ db }) =>
      db.selectFrom(table).selectAll().execute(),
    );
    // The one that charges for hours is the cloud's, and goes on.
    const rows = all.filter((row) => !('kind' in row && row.kind === 'meter.settle'));
    if (table !== 'counters') assert.deepEqual(rows, [], table);
    else assert.ok(rows.length > 0, 'the number of access keys stays');
  }
  await server.stop();
});
