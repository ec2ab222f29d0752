import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import { stderrLog } from '#kernel/log.ts';
import { saveToken } from '#store/idempotency.ts';
import { openSqlite } from '#store/sqlite.ts';
import { startHousekeeping } from './housekeeping.ts';

test('tokens and messages go when they have had their time, however many there are', async () => {
  const store = await openSqlite({ directory: ':memory:' });
  const wall = simulatedClock(0);
  const cloud = simulatedClock(1_000_000);
  const log = stderrLog('silent');
  let kept = 0;
  const keepTime = async () => void (kept += 1);
  const end = startHousekeeping({
    store,
    wall,
    cloud,
    log,
    tokenMs: 1_000,
    inboxMs: 5_000,
    keepTime,
  });
  await store.write(async (tx) => {
    for (let n = 0; n < 1_200; n += 1) {
      const created = n < 1_100 ? 998_000 : 999_500;
      const key = { account: '1', scope: 's', token: `t${n}` };
      await saveToken(tx, { ...key, hash: 'h', result: '{}', created_at: created });
    }
  });
  await store.write(async (tx) => {
    const message = (n: number) => ({ account: '1', kind: 'k', sealed_body: '', created_at: n });
    const times = Array.from({ length: 600 }, () => 995_999);
    await tx.insert('inbox', [...times, 996_000, 996_001].map(message));
  });
  const messages = async (): Promise<readonly number[]> => {
    const rows = await store.read(({ db }) => db.selectFrom('inbox').selectAll().execute());
    return rows.map((row) => row.created_at);
  };
  const left = async (): Promise<number> => {
    // Writes are carried out in their order: when these are, those before them are, too.
    for (let n = 0; n < 5; n += 1) await store.write(() => Promise.resolve());
    const query = store.read(({ db }) => db.selectFrom('tokens').select('token').execute());
    return (await query).length;
  };
  assert.equal(await left(), 1_200);
  wall.advance(60_000);
  assert.equal(await left(), 100);
  cloud.advance(1_000);
  wall.advance(60_000);
  assert.equal(await left(), 0);
  assert.deepEqual(await messages(), [996_000, 996_001]);
  assert.ok(kept >= 2, `${kept}`);
  end();
  await store.close();
  wall.advance(600_000);
});
