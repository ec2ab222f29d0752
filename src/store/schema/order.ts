import { flag, integer, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Something bought. Money is whole micro-yuan (D29); `doc` is JSON. */
export const orderTable = table({
  seq,
  key: text,
  account: text,
  kind: text,
  amount_micro_yuan: integer,
  created_at: integer,
  doc: text,
});

/**
 * What an order costs for one resource, and what of that the balance paid: vouchers paid the rest.
 * Times are cloud milliseconds; null of what has no term. `parts` is JSON: what was bought for all
 * of the term, in `region`; null of what was added to something. `returned` where what was left of
 * it has come back.
 */
export const orderLineTable = table({
  seq,
  account: text,
  order_key: text,
  resource: text,
  paid_micro_yuan: integer,
  cash_micro_yuan: integer,
  begins_at: nullable(integer),
  ends_at: nullable(integer),
  region: nullable(text),
  parts: nullable(text),
  returned: flag,
});

declare module '../schema.ts' {
  interface Schema {
    orders: ColumnsOf<typeof orderTable>;
    order_lines: ColumnsOf<typeof orderLineTable>;
  }
}

export type OrderRow = RowOf<typeof orderTable>;
export type NewOrder = NewRowOf<typeof orderTable>;
export type OrderLineRow = RowOf<typeof orderLineTable>;
export type NewOrderLine = NewRowOf<typeof orderLineTable>;
