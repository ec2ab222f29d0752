import { integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** What machines are told by DHCP. `servers` are addresses with commas between them. */
export const dhcpOptionSetTable = table({
  seq,
  key: keyOf('dhcp-option-set'),
  account: text,
  region: text,
  name: nullable(text),
  description: text,
  domain_name: text,
  servers: text,
  /** Such as 3650d or 24h. */
  lease_time: text,
  ipv6_lease_time: text,
  resource_group: nullable(text),
  created_at: integer,
});

/** Which networks have which set: at most one for a network. */
export const dhcpAssociationTable = table(
  { vpc: keyOf('vpc'), option_set: keyOf('dhcp-option-set') },
  ['vpc'],
);

declare module '../schema.ts' {
  interface Schema {
    dhcp_option_sets: ColumnsOf<typeof dhcpOptionSetTable>;
    dhcp_associations: ColumnsOf<typeof dhcpAssociationTable>;
  }
}

export type DhcpOptionSetRow = RowOf<typeof dhcpOptionSetTable>;
export type NewDhcpOptionSetRow = NewRowOf<typeof dhcpOptionSetTable>;
