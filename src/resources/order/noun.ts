import { orderLineTable, orderTable } from '#store/schema/order.ts';
import { noun } from '../noun.ts';
import { orderFaults } from './faults.ts';

/** Something bought. */
export const orderNoun = noun({
  name: 'order',
  tables: { orders: orderTable, order_lines: orderLineTable },
  onReset: 'goes',
  faults: orderFaults,
  /**
   * Of each kind of things: how many come back in full, and how many of the others, as the page of
   * refunds of Tencent's instances says (https://cloud.tencent.com/document/product/213/9711).
   */
  limits: { fullReturnsMax: 1, returnsMax: 199 },
});
