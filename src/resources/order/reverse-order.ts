import { derivedKey } from '#kernel/ids.ts';
import { statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import { reverseCharge } from '../ledger/charge.ts';

const orderByKey = statement<{ readonly key: string }>()((db, p) =>
  db.selectFrom('orders').selectAll().where('key', '=', p.key),
);

/** Gives back what an order was paid with, as another order: once, however often it is asked. */
export async function reverseOrder(tx: Tx, order: string, now: number): Promise<void> {
  const key = derivedKey(`reversal of ${order}`);
  if ((await tx.first(orderByKey, { key })) !== undefined) return;
  const row = await tx.first(orderByKey, { key: order });
  if (row === undefined) return;
  const { account, kind, doc } = row;
  const amount = -row.amount_micro_yuan;
  await tx.insert('orders', [
    { key, account, kind, amount_micro_yuan: amount, created_at: now, doc },
  ]);
  await reverseCharge({ db: tx, account, now }, { order, as: key });
}
