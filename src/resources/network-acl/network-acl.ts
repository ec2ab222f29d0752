import type { Key } from '#kernel/key.ts';
import type { NetworkAclRow, NewNetworkAclRow } from '#store/schema/network-acl.ts';

export type Direction = 'ingress' | 'egress';

/** Filters the traffic of the subnets that are associated with it: by the first rule that fits. */
export interface NetworkAcl {
  readonly key: Key<'network-acl'>;
  readonly account: string;
  readonly region: string;
  readonly vpc: Key<'vpc'>;
  readonly name: string | null;
  readonly description: string;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

export const aclProtocols = ['all', 'tcp', 'udp', 'icmp', 'icmpv6', 'gre'] as const;
export type AclProtocol = (typeof aclProtocols)[number];

/** What a rule says; what no rule of a direction fits is dropped. */
export interface AclRuleRequest {
  readonly name: string;
  readonly accepts: boolean;
  readonly protocol: AclProtocol;
  /** Where packets come from, or go to: an IPv4 or IPv6 block. */
  readonly block: string;
  /** The ports they go to; null for all, where the protocol has ports at all. */
  readonly ports: PortRange | null;
  readonly description: string;
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface AclRule extends AclRuleRequest {
  readonly key: Key<'network-acl-rule'>;
  readonly modifiedAt: number;
}

/** Whether a rule is for IPv6. */
export function isIpv6Rule({ block }: { readonly block: string }): boolean {
  return block.includes(':');
}

/** Whether packets of a protocol go to ports. */
export function hasPorts(protocol: AclProtocol): boolean {
  return protocol === 'tcp' || protocol === 'udp';
}

/** The network ACL of a row. */
export function networkAclOf(row: Omit<NetworkAclRow, 'seq'>): NetworkAcl {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    vpc: row.vpc,
    name: row.name,
    description: row.description,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    ingress: JSON.parse(row.ingress) as readonly AclRule[],
    egress: JSON.parse(row.egress) as readonly AclRule[],
  };
}

/** The row of a new network ACL. */
export function networkAclRow(acl: NetworkAcl): NewNetworkAclRow {
  return {
    key: acl.key,
    account: acl.account,
    region: acl.region,
    vpc: acl.vpc,
    name: acl.name,
    description: acl.description,
    created_at: acl.createdAt,
    modified_at: acl.modifiedAt,
    ingress: JSON.stringify(acl.ingress),
    egress: JSON.stringify(acl.egress),
  };
}
