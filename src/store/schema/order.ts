import { integer, seq, table, text } from '../table.ts';
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

declare module '../schema.ts' {
  interface Schema {
    orders: ColumnsOf<typeof orderTable>;
  }
}

export type OrderRow = RowOf<typeof orderTable>;
export type NewOrder = NewRowOf<typeof orderTable>;
