import { newKey } from '#kernel/ids.ts';
import { charge } from '../../ledger/charge.ts';
import { ledgerFaults } from '../../ledger/faults.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { type Order, type OrderLine, orderLineRow, orderRow } from '../order.ts';

export interface Bill extends Pick<Order, 'kind'> {
  /** Instances where it is left out. */
  readonly of?: Order['of'];
  /** What of the sum is whose. */
  readonly lines: readonly OrderLine[];
}

/**
 * Writes down what was bought and takes the money for it, in the transaction that gives it: one
 * that costs more than the account has is refused.
 */
export const placeOrder = verb(
  [ledgerFaults.balanceInsufficient],
  async (scope: Scope, { kind, of = 'instance', lines }: Bill): Promise<Order> => {
    const { db, account, now: createdAt, cloud } = scope;
    const key = newKey(cloud.random);
    const microYuan = lines.reduce((sum, line) => sum + line.microYuan, 0);
    const keys = lines.map(({ resource }) => resource);
    const order: Order = { key, account, kind, of, keys, microYuan, createdAt };
    const cash = await charge(scope, { order: key, purpose: kind, lines });
    await db.insert('orders', [orderRow(order)]);
    const rows = lines.map((line, at) => orderLineRow(order, line, cash[at] ?? 0));
    if (rows.length > 0) await db.insert('order_lines', rows);
    return order;
  },
);
