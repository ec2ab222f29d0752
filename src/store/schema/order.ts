import type { Generated, Insertable, Selectable } from 'kysely';

/** Something bought. Money is whole micro-yuan (D29); `doc` is JSON. */
export interface OrderTable {
  seq: Generated<number>;
  key: string;
  account: string;
  kind: string;
  amount_micro_yuan: number;
  created_at: number;
  doc: string;
}

export type OrderRow = Selectable<OrderTable>;
export type NewOrder = Insertable<OrderTable>;
