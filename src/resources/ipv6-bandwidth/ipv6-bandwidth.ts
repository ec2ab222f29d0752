import type { Key } from '#kernel/key.ts';
import type { Ipv6BandwidthRow } from '#store/schema/ipv6-bandwidth.ts';

/** Bandwidth to the internet of an IPv6 address, paid by the traffic. */
export interface Ipv6Bandwidth {
  readonly key: Key<'ipv6-bandwidth'>;
  readonly region: string;
  /** In its shortest form. */
  readonly address: string;
  readonly interface: Key<'network-interface'>;
  readonly outMbps: number;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The bandwidth of a row. */
export function ipv6BandwidthOf(row: Ipv6BandwidthRow): Ipv6Bandwidth {
  return {
    key: row.key,
    region: row.region,
    address: row.address,
    interface: row.network_interface,
    outMbps: row.out_mbps,
    createdAt: row.created_at,
  };
}
