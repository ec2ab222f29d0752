import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** A private network of an account in a region. `doc` is JSON. */
export const vpcTable = table({
  seq,
  key: keyOf('vpc'),
  account: text,
  region: text,
  name: nullable(text),
  cidr: text,
  /** Its IPv6 block; '' where it has none. */
  ipv6_block: text,
  is_default: flag,
  state: text,
  resource_group: nullable(text),
  created_at: integer,
  doc: text,
});

declare module '../schema.ts' {
  interface Schema {
    vpcs: ColumnsOf<typeof vpcTable>;
  }
}

export type VpcRow = RowOf<typeof vpcTable>;
export type NewVpc = NewRowOf<typeof vpcTable>;
