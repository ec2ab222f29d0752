import { integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Filters the traffic of subnets. `ingress` and `egress` are its rules in their order, as JSON. */
export const networkAclTable = table({
  seq,
  key: keyOf('network-acl'),
  account: text,
  region: text,
  vpc: keyOf('vpc'),
  name: nullable(text),
  description: text,
  created_at: integer,
  modified_at: integer,
  ingress: text,
  egress: text,
});

declare module '../schema.ts' {
  interface Schema {
    network_acls: ColumnsOf<typeof networkAclTable>;
  }
}

export type NetworkAclRow = RowOf<typeof networkAclTable>;
export type NewNetworkAclRow = NewRowOf<typeof networkAclTable>;
