import type { Key } from '#kernel/key.ts';
import type { NewOrder } from '#store/schema/order.ts';

/** Something bought: instances, more time for them, bandwidth, or another type or way to pay. */
export interface Order {
  readonly key: string;
  readonly account: string;
  readonly kind: 'launch' | 'renew' | 'bandwidth' | 'change-type' | 'change-charge-type';
  /** Keys of the instances it is about. */
  readonly instances: ReadonlyArray<Key<'instance'>>;
  /** What is paid for it, in micro-yuan: less than nothing where money comes back. */
  readonly microYuan?: number | undefined;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The row of an order; one whose price is not known says 0. */
export function orderRow(order: Order): NewOrder {
  const { key, account, kind, instances, microYuan = 0, createdAt } = order;
  const doc = JSON.stringify({ instances });
  return { key, account, kind, amount_micro_yuan: microYuan, created_at: createdAt, doc };
}
