import type { Key } from '#kernel/key.ts';
import type { DhcpOptionSetRow, NewDhcpOptionSetRow } from '#store/schema/dhcp-option-set.ts';

/** What machines of the networks that have the set are told by DHCP. */
export interface DhcpOptionSet extends DhcpOptions {
  readonly key: Key<'dhcp-option-set'>;
  readonly account: string;
  readonly region: string;
  readonly resourceGroup: string | null;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

export interface DhcpOptions {
  readonly name: string | null;
  readonly description: string;
  readonly domainName: string;
  /** IPv4 addresses; none for those of the cloud. */
  readonly servers: readonly string[];
  /** Such as 3650d or 24h. */
  readonly leaseTime: string;
  readonly ipv6LeaseTime: string;
}

/** The set of a row. */
export function dhcpOptionSetOf(row: Omit<DhcpOptionSetRow, 'seq'>): DhcpOptionSet {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    name: row.name,
    description: row.description,
    domainName: row.domain_name,
    servers: row.servers === '' ? [] : row.servers.split(','),
    leaseTime: row.lease_time,
    ipv6LeaseTime: row.ipv6_lease_time,
    resourceGroup: row.resource_group,
    createdAt: row.created_at,
  };
}

/** The row of a new set. */
export function dhcpOptionSetRow(set: DhcpOptionSet): NewDhcpOptionSetRow {
  return {
    key: set.key,
    account: set.account,
    region: set.region,
    ...optionColumns(set),
    resource_group: set.resourceGroup,
    created_at: set.createdAt,
  };
}

/** The columns of what users may change. */
export function optionColumns(options: DhcpOptions) {
  return {
    name: options.name,
    description: options.description,
    domain_name: options.domainName,
    servers: options.servers.join(','),
    lease_time: options.leaseTime,
    ipv6_lease_time: options.ipv6LeaseTime,
  };
}
