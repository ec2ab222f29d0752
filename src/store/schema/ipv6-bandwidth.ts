import { integer, keyOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/** Bandwidth to the internet of an IPv6 address (its shortest text) of an interface. */
export const ipv6BandwidthTable = table({
  seq,
  key: keyOf('ipv6-bandwidth'),
  account: text,
  region: text,
  address: text,
  network_interface: keyOf('network-interface'),
  out_mbps: integer,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    ipv6_bandwidths: ColumnsOf<typeof ipv6BandwidthTable>;
  }
}

export type Ipv6BandwidthRow = RowOf<typeof ipv6BandwidthTable>;
