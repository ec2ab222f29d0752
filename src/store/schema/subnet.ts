import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A part of a private network, in one zone. `doc` is JSON. */
export const subnetTable = table({
  seq,
  key: keyOf('subnet'),
  account: text,
  region: text,
  zone: text,
  vpc: keyOf('vpc'),
  route_table: keyOf('route-table'),
  name: nullable(text),
  cidr: text,
  /** Its IPv6 block; '' where it has none. */
  ipv6_block: text,
  network_acl: nullable(keyOf('network-acl')),
  is_default: flag,
  state: text,
  created_at: integer,
  doc: text,
});

declare module '../schema.ts' {
  interface Schema {
    subnets: ColumnsOf<typeof subnetTable>;
  }
}

export type SubnetRow = RowOf<typeof subnetTable>;
export type NewSubnet = NewRowOf<typeof subnetTable>;
