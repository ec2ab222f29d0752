import { newKey } from '#kernel/ids.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { orderRow, type Order } from '../order.ts';

/** Writes down what was bought, in the transaction that gives it. */
export const placeOrder = verb(
  [],
  async (scope: Scope, bought: Pick<Order, 'kind' | 'instances' | 'microYuan'>): Promise<Order> => {
    const { db, account, now, cloud } = scope;
    const order: Order = { ...bought, key: newKey(cloud.random), account, createdAt: now };
    await db.insert('orders', [orderRow(order)]);
    return order;
  },
);
