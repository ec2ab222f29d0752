import type { Key } from '#kernel/key.ts';
import { documentOf } from '#store/document.ts';
import type { NatGatewayRow, NewNatGatewayRow } from '#store/schema/nat-gateway.ts';

/** Lets machines of a network share public addresses. Times are cloud milliseconds. */
export interface NatGateway {
  readonly key: Key<'nat-gateway'>;
  readonly account: string;
  readonly region: string;
  readonly zone: string;
  readonly vpc: Key<'vpc'>;
  readonly subnet: Key<'subnet'> | null;
  /** Its own address in the subnet. */
  readonly privateAddress: number | null;
  readonly name: string | null;
  readonly description: string;
  readonly outMbps: number;
  readonly connectionsMax: number;
  /** Whether it grows with what passes, or has the size that was asked for. */
  readonly isStandard: boolean;
  readonly isProtected: boolean;
  readonly createdAt: number;
  readonly version: number;
  readonly details: NatGatewayDetails;
}

/** What is shown again, and changes nothing of what passes here. */
export interface NatGatewayDetails {
  /** Whether a machine keeps its public address towards one destination. */
  readonly sticky: boolean;
  /** Whether its public addresses answer to ICMP echo. */
  readonly answersEcho: boolean;
  readonly securityGroups: ReadonlyArray<Key<'security-group'>>;
  /** Whether public addresses are bound one by one, each with a private address. */
  readonly bindsSingly: boolean;
  /** Null where it is paid for what passes it. */
  readonly size: 'small' | 'medium' | 'large' | 'xlarge' | null;
}

/** Where nothing was given. */
export const noNatGatewayDetails: NatGatewayDetails = {
  sticky: true,
  answersEcho: true,
  securityGroups: [],
  bindsSingly: false,
  size: null,
};

/** The NAT gateway of a row. */
export function natGatewayOf(row: Omit<NatGatewayRow, 'seq'>): NatGateway {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    zone: row.zone,
    vpc: row.vpc,
    subnet: row.subnet,
    privateAddress: row.private_ip,
    name: row.name,
    description: row.description,
    outMbps: row.out_mbps,
    connectionsMax: row.connections_max,
    isStandard: row.is_standard === 1,
    isProtected: row.is_protected === 1,
    createdAt: row.created_at,
    version: row.version,
    details: documentOf(row.doc, noNatGatewayDetails),
  };
}

/** The row of a NAT gateway. */
export function natGatewayRow(gateway: NatGateway): NewNatGatewayRow {
  return {
    key: gateway.key,
    account: gateway.account,
    region: gateway.region,
    zone: gateway.zone,
    vpc: gateway.vpc,
    subnet: gateway.subnet,
    private_ip: gateway.privateAddress,
    name: gateway.name,
    description: gateway.description,
    out_mbps: gateway.outMbps,
    connections_max: gateway.connectionsMax,
    is_standard: gateway.isStandard ? 1 : 0,
    is_protected: gateway.isProtected ? 1 : 0,
    created_at: gateway.createdAt,
    version: gateway.version,
    doc: JSON.stringify(gateway.details),
  };
}
