import { orderLineTable, orderTable } from '#store/schema/order.ts';
import { noun } from '../noun.ts';

/** Something bought. */
export const orderNoun = noun({
  name: 'order',
  tables: { orders: orderTable, order_lines: orderLineTable },
  onReset: 'goes',
});
