import type { Key } from '#kernel/key.ts';
import type { NewOrder } from '#store/schema/order.ts';

/** Something bought: instances, more time for them, bandwidth, or another type or way to pay. */
export interface Order {
  readonly key: string;
  readonly account: string;
  readonly kind: 'launch' | 'renew' | 'bandwidth' | 'change-type' | 'change-charge-type';
  /** Keys of the instances it is about. */
  readonly instances: ReadonlyArray<Key<'instance'>>;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The row of an order. Nothing has a price yet, so none says an amount. */
export function orderRow({ key, account, kind, instances, createdAt }: Order): NewOrder {
  const doc = JSON.stringify({ instances });
  return { key, account, kind, amount_micro_yuan: 0, created_at: createdAt, doc };
}
