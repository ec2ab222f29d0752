import type { Key } from '#kernel/key.ts';
import type { NewReservedAddressRow, ReservedAddressRow } from '#store/schema/reserved-address.ts';

/** A private address of a subnet that no machine gets, until it is given up. */
export interface ReservedAddress {
  readonly key: Key<'reserved-address'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  readonly address: number;
  readonly name: string;
  readonly description: string;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The address of a row. */
export function reservedAddressOf(row: Omit<ReservedAddressRow, 'seq'>): ReservedAddress {
  const { key, account, region, zone, vpc, subnet, address, name, description } = row;
  const createdAt = row.created_at;
  return { key, account, region, zone, vpc, subnet, address, name, description, createdAt };
}

/** The row of a new address. */
export function reservedAddressRow(one: ReservedAddress): NewReservedAddressRow {
  const { createdAt, ...rest } = one;
  return { ...rest, created_at: createdAt };
}
