import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A private address of a subnet that belongs to no machine. */
export const haVipTable = table({
  seq,
  key: keyOf('ha-vip'),
  account: text,
  region: text,
  zone: text,
  vpc: keyOf('vpc'),
  subnet: keyOf('subnet'),
  address: integer,
  name: nullable(text),
  description: text,
  resource_group: nullable(text),
  /** Whether only machines that are associated with it may take it. */
  checks: flag,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    ha_vips: ColumnsOf<typeof haVipTable>;
  }
}

export type HaVipRow = RowOf<typeof haVipTable>;
export type NewHaVipRow = NewRowOf<typeof haVipTable>;
