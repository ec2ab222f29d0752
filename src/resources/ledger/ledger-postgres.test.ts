import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPglite } from '#store/pglite.test-support.ts';
import { openPostgres } from '#store/postgres.ts';
import type { Tx } from '#store/store.ts';
import { audit } from '../../../test/support/audit.ts';
import { booksOf } from './books.ts';
import { charge, reverseCharge } from './charge.ts';
import { credit } from './credit.ts';

const account = '100000000001';
const cloud = { configuration: { openingBalanceYuan: 1 } };
const order = { account, kind: 'renew', created_at: 5, doc: '{}' };

test('on PostgreSQL: charges that come together never take more than there is', async () => {
  const pglite = await startPglite();
  const store = await openPostgres({ pool: await pglite.emptied() });
  const pay = (key: string, microYuan: number) =>
    store.write(async (db: Tx) => {
      const lines = [{ resource: 'one', microYuan }];
      await charge({ db, account, now: 5, cloud }, { order: key, purpose: 'renew', lines });
      await db.insert('orders', [{ ...order, key, amount_micro_yuan: microYuan }]);
    });
  const keys = Array.from({ length: 10 }, (_, index) => `order${index}`);
  const paid = await Promise.allSettled(keys.map((key) => pay(key, 300_000)));
  assert.equal(paid.filter(({ status }) => status === 'fulfilled').length, 3);
  const read = () => store.read((db) => booksOf({ db, account, cloud }));
  assert.equal((await read()).balance, 100_000);
  await store.write((db) =>
    credit({ db, account, now: 6, cloud }, { microYuan: 50_000, to: 'vouchers' }),
  );
  await pay('last', 150_000);
  assert.equal((await read()).balance, 0);
  await store.write(async (db) => {
    await reverseCharge({ db, account, now: 7 }, { order: 'last', as: 'back' });
    await db.insert('orders', [{ ...order, key: 'back', amount_micro_yuan: -150_000 }]);
  });
  const { balance, vouchers, revenue } = await read();
  assert.deepEqual([balance, vouchers, revenue], [100_000, 50_000, 900_000]);
  assert.deepEqual(await audit(store), []);
  await store.close();
  await pglite.close();
});
