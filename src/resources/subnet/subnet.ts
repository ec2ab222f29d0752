import type { Key } from '#kernel/key.ts';
import type { NewSubnet, SubnetRow } from '#store/schema/subnet.ts';

/** A part of a private network, in one zone. Its key is that of its range of addresses as well. */
export interface Subnet {
  readonly key: Key<'subnet'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly vpc: Key<'vpc'>;
  readonly name: string | null;
  /** One IPv4 block, such as 10.0.1.0/24. */
  readonly cidr: string;
  /** The one of its zone in which instances land that name none (D15). */
  readonly isDefault: boolean;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly description: string;
}

/** Where an instance is put. */
export interface NetworkPlace {
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  readonly zone: string;
}

interface SubnetDoc {
  readonly description?: string;
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
    name: row.name,
    cidr: row.cidr,
    isDefault: row.is_default === 1,
    createdAt: row.created_at,
    description: doc.description ?? '',
  };
}

/** The row of a new subnet. */
export function subnetRow(subnet: Subnet): NewSubnet {
  const doc: SubnetDoc = { description: subnet.description };
  return {
    key: subnet.key,
    account: subnet.account,
    region: subnet.region,
    zone: subnet.zone,
    vpc: subnet.vpc,
    name: subnet.name,
    cidr: subnet.cidr,
    is_default: subnet.isDefault ? 1 : 0,
    state: 'available',
    created_at: subnet.createdAt,
    doc: JSON.stringify(doc),
  };
}
