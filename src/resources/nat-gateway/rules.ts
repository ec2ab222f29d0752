import type { Key } from '#kernel/key.ts';
import type { DnatRuleRow, NewDnatRuleRow, SnatRuleRow } from '#store/schema/nat-gateway.ts';

/** Whose packets leave: one thing of the network by its key, or a block of addresses. */
export interface SnatSource {
  readonly kind: SnatRuleRow['source_kind'];
  /** "" of a block. */
  readonly key: string;
  /** `10.0.1.0/24`, or one address without a mask as it was given. */
  readonly cidr: string;
}

/** Which public addresses stand for the private ones of packets that leave. */
export interface SnatRule {
  readonly key: Key<'snat-rule'>;
  readonly gateway: Key<'nat-gateway'>;
  readonly source: SnatSource;
  readonly addresses: ReadonlyArray<Key<'elastic-address'>>;
  readonly name: string | null;
  readonly description: string;
  readonly sticky: boolean;
  readonly createdAt: number;
}

/** The rule of a row and its addresses. */
export function snatRuleOf(
  row: SnatRuleRow,
  addresses: ReadonlyArray<Key<'elastic-address'>>,
): SnatRule {
  return {
    key: row.key,
    gateway: row.gateway,
    source: { kind: row.source_kind, key: row.source, cidr: row.cidr },
    addresses,
    name: row.name,
    description: row.description,
    sticky: row.is_sticky === 1,
    createdAt: row.created_at,
  };
}

/** What arrives where. */
export interface DnatRoute {
  readonly protocol: DnatRuleRow['protocol'];
  readonly publicAddress: number;
  readonly publicPort: string;
  readonly privateAddress: number;
  readonly privatePort: string;
}

/** To which private address and port packets go that arrive at a public one. */
export interface DnatRule extends DnatRoute {
  readonly key: Key<'dnat-rule'>;
  readonly vpc: Key<'vpc'>;
  readonly gateway: Key<'nat-gateway'>;
  readonly address: Key<'elastic-address'>;
  readonly name: string | null;
  readonly description: string;
  readonly createdAt: number;
}

/** The rule of a row. */
export function dnatRuleOf(row: Omit<DnatRuleRow, 'seq'>): DnatRule {
  return {
    key: row.key,
    vpc: row.vpc,
    gateway: row.gateway,
    protocol: row.protocol,
    address: row.address,
    publicAddress: row.public_ip,
    publicPort: row.public_port,
    privateAddress: row.private_ip,
    privatePort: row.private_port,
    name: row.name,
    description: row.description,
    createdAt: row.created_at,
  };
}

/** The columns of a rule that change with it. */
export function dnatColumns(
  rule: Omit<DnatRule, 'key' | 'vpc' | 'gateway' | 'createdAt'>,
): Omit<NewDnatRuleRow, 'key' | 'account' | 'region' | 'zone' | 'vpc' | 'gateway' | 'created_at'> {
  return {
    protocol: rule.protocol,
    address: rule.address,
    public_ip: rule.publicAddress,
    public_port: rule.publicPort,
    private_ip: rule.privateAddress,
    private_port: rule.privatePort,
    name: rule.name,
    description: rule.description,
  };
}
