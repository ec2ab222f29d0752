import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
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

/** A link: what may stand in for the address, an instance or an interface, by its key. */
export const haVipMemberTable = table(
  {
    ha_vip: keyOf('ha-vip'),
    member_kind: oneOf('instance', 'network-interface'),
    member: text,
    created_at: integer,
  },
  ['ha_vip', 'member'],
);

declare module '../schema.ts' {
  interface Schema {
    ha_vips: ColumnsOf<typeof haVipTable>;
    ha_vip_members: ColumnsOf<typeof haVipMemberTable>;
  }
}

export type HaVipRow = RowOf<typeof haVipTable>;
export type HaVipMemberRow = RowOf<typeof haVipMemberTable>;
export type NewHaVipRow = NewRowOf<typeof haVipTable>;
