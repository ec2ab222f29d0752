import type { PriceLine } from '#pricing/quote.ts';
import type { NewOrder, NewOrderLine } from '#store/schema/order.ts';

/** What an order is about. */
export type Ordered =
  | 'instance'
  | 'disk'
  | 'elastic-address'
  | 'reserved-instance'
  | 'dedicated-host';

export type OrderKind =
  | 'launch'
  | 'create'
  | 'renew'
  | 'resize'
  | 'performance'
  | 'bandwidth'
  | 'change-type'
  | 'change-charge-type'
  | `${Ordered}-return`
  | `${Ordered}-return-in-full`;

/** Something bought: a thing, more time for it, more of it, or another way to pay. */
export interface Order {
  readonly key: string;
  readonly account: string;
  readonly kind: OrderKind;
  readonly of: Ordered;
  /** Keys of what it is about. */
  readonly keys: readonly string[];
  /** What is paid for it, in micro-yuan: less than nothing where money comes back. */
  readonly microYuan: number;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The row of an order. */
export function orderRow(order: Order): NewOrder {
  const { key, account, kind, of, keys, microYuan, createdAt } = order;
  const doc = JSON.stringify({ of, keys });
  return { key, account, kind, amount_micro_yuan: microYuan, created_at: createdAt, doc };
}

/** What is bought with a sum. */
export interface Purchase {
  /** The time it is for; cloud milliseconds. */
  readonly term: { readonly from: number; readonly until: number };
  /** All that the resource then has; left out of what is added to it. */
  readonly whole?: { readonly region: string; readonly parts: readonly PriceLine[] };
}

/** What an order costs for one resource, in whole micro-yuan: less than nothing comes back. */
export interface OrderLine {
  readonly resource: string;
  readonly microYuan: number;
  readonly bought?: Purchase;
}

/** A sum in parts for `keys` that are alike: whole micro-yuan which add up to it exactly. */
export function evenly(
  keys: readonly string[],
  microYuan: number,
  bought?: Purchase,
): readonly OrderLine[] {
  const count = keys.length;
  const upTo = (index: number): number => Math.floor((microYuan / count) * index);
  return keys.map((resource, index) => ({
    resource,
    microYuan: (index + 1 === count ? microYuan : upTo(index + 1)) - upTo(index),
    ...(bought === undefined ? {} : { bought }),
  }));
}

/** The row of a line of which the balance has paid `cash`. */
export function orderLineRow(
  { account, key }: Pick<Order, 'account' | 'key'>,
  { resource, microYuan, bought }: OrderLine,
  cash: number,
): NewOrderLine {
  return {
    account,
    order_key: key,
    resource,
    paid_micro_yuan: microYuan,
    cash_micro_yuan: cash,
    begins_at: bought?.term.from ?? null,
    ends_at: bought?.term.until ?? null,
    region: bought?.whole?.region ?? null,
    parts: bought?.whole === undefined ? null : JSON.stringify(bought.whole.parts),
    // What came back is settled.
    returned: bought === undefined && microYuan < 0 ? 1 : 0,
  };
}
