import type { Key } from '#kernel/key.ts';
import type { NewSubnet, SubnetRow } from '#store/schema/subnet.ts';

/** A part of a private network, in one zone. Its key is that of its range of addresses as well. */
export interface Subnet {
  readonly key: Key<'subnet'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly vpc: Key<'vpc'>;
  readonly routeTable: Key<'route-table'>;
  readonly name: string | null;
  /** One IPv4 block, such as 10.0.1.0/24. */
  readonly cidr: string;
  /** One IPv6 block of its network's, such as 2001:db8:0:101::/64; '' where it has none. */
  readonly ipv6Block: string;
  /** What filters its traffic, where anything does. */
  readonly networkAcl: Key<'network-acl'> | null;
  /** The one of its zone in which instances land that name none (D15). */
  readonly isDefault: boolean;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly description: string;
  /** Whether broadcasts are let through, as it was told; nothing here sends any. */
  readonly broadcast: boolean;
}

/** Where an instance is put. */
export interface NetworkPlace {
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  readonly zone: string;
}

interface SubnetDoc {
  readonly description?: string;
  readonly broadcast?: boolean;
}

/** The subnet of a row. */
export function subnetOf(row: Omit<SubnetRow, 'seq'>): Subnet {
  const doc = JSON.parse(row.doc) as SubnetDoc;
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    vpc: row.vpc,
    routeTable: row.route_table,
    name: row.name,
    cidr: row.cidr,
    ipv6Block: row.ipv6_block,
    networkAcl: row.network_acl,
    isDefault: row.is_default === 1,
    createdAt: row.created_at,
    description: doc.description ?? '',
    broadcast: doc.broadcast ?? false,
  };
}

/** The row of a new subnet. */
export function subnetRow(subnet: Subnet): NewSubnet {
  return {
    key: subnet.key,
    account: subnet.account,
    region: subnet.region,
    zone: subnet.zone,
    vpc: subnet.vpc,
    route_table: subnet.routeTable,
    name: subnet.name,
    cidr: subnet.cidr,
    ipv6_block: subnet.ipv6Block,
    network_acl: subnet.networkAcl,
    is_default: subnet.isDefault ? 1 : 0,
    state: 'available',
    created_at: subnet.createdAt,
    doc: subnetDocument(subnet),
  };
}

/** What of a subnet is kept as JSON. */
export function subnetDocument({ description, broadcast }: Subnet): string {
  return JSON.stringify({ description, broadcast } satisfies SubnetDoc);
}
