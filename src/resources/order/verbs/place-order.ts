import { newKey } from '#kernel/ids.ts';
import { charge, evenly, type ChargeLine } from '../../ledger/charge.ts';
import { ledgerFaults } from '../../ledger/faults.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { orderRow, type Order } from '../order.ts';

export interface Bill extends Pick<Order, 'kind' | 'instances' | 'microYuan'> {
  /** What of the sum is whose, where they do not share it evenly. */
  readonly lines?: readonly ChargeLine[];
}

/**
 * Writes down what was bought and takes the money for it, in the transaction that gives it: one
 * that costs more than the account has is refused.
 */
export const placeOrder = verb(
  [ledgerFaults.balanceInsufficient, ledgerFaults.inArrears],
  async (scope: Scope, { lines, ...bought }: Bill): Promise<Order> => {
    const { db, account, now, cloud } = scope;
    const { kind, instances } = bought;
    const key = newKey(cloud.random);
    const charged = lines ?? evenly(instances, bought.microYuan ?? 0);
    const microYuan = charged.reduce((sum, line) => sum + line.microYuan, 0);
    const order: Order = { ...bought, key, account, createdAt: now, microYuan };
    await charge(scope, { order: key, purpose: kind, lines: charged });
    await db.insert('orders', [orderRow(order)]);
    return order;
  },
);
