import type { Key } from '#kernel/key.ts';
import type { HaVipRow, NewHaVipRow } from '#store/schema/ha-vip.ts';

/** A private address of a subnet that belongs to no machine: those that announce it stand in. */
export interface HaVip {
  readonly key: Key<'ha-vip'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'>;
  readonly address: number;
  readonly name: string | null;
  readonly description: string;
  readonly resourceGroup: string | null;
  readonly checks: boolean;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The address of a row. */
export function haVipOf(row: Omit<HaVipRow, 'seq'>): HaVip {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    vpc: row.vpc,
    subnet: row.subnet,
    address: row.address,
    name: row.name,
    description: row.description,
    resourceGroup: row.resource_group,
    checks: row.checks === 1,
    createdAt: row.created_at,
  };
}

/** The row of a new address. */
export function haVipRow(vip: HaVip): NewHaVipRow {
  return {
    key: vip.key,
    account: vip.account,
    region: vip.region,
    zone: vip.zone,
    vpc: vip.vpc,
    subnet: vip.subnet,
    address: vip.address,
    name: vip.name,
    description: vip.description,
    resource_group: vip.resourceGroup,
    checks: vip.checks ? 1 : 0,
    created_at: vip.createdAt,
  };
}
