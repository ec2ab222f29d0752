import type { Key } from '#kernel/key.ts';
import type { TemplateKind } from '../parameter-template/parameter-template.ts';
import type {
  NewSecurityGroupRule,
  SecurityGroupRuleRow,
} from '#store/schema/security-group-rule.ts';

export type Direction = 'ingress' | 'egress';
export type RuleProtocol = SecurityGroupRuleRow['protocol'];
export type RuleAction = 'accept' | 'drop';

/** Ports next to each other, 0 to 65,535, both included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Whom a rule is for: a block of addresses, the private addresses of a group's members, or the
 * addresses of a template or a prefix list.
 */
export type Peer =
  | { readonly kind: 'ipv4' | 'ipv6'; readonly cidr: string }
  | { readonly kind: 'group'; readonly group: Key<'security-group'>; readonly account: string }
  | { readonly kind: 'template'; readonly template: TemplateRef }
  | { readonly kind: 'prefix-list'; readonly list: Key<'prefix-list'> };

/** A template of addresses or services. */
export interface TemplateRef {
  readonly kind: TemplateKind;
  readonly key: Key<'parameter-template'>;
}

/** What a rule is, whatever its place in the list. */
export interface RuleContent {
  readonly protocol: RuleProtocol;
  /** Of the machine that is spoken to; none stands for all of them. */
  readonly ports: readonly PortRange[];
  /** Of the machine that speaks; none stands for all of them. */
  readonly sourcePorts: readonly PortRange[];
  /** Who speaks, of ingress; who is spoken to, of egress. */
  readonly peer: Peer;
  /** The template whose services it is for, in the place of a protocol and ports. */
  readonly service?: TemplateRef | undefined;
  /** The block on the group's own side; null for every address. */
  readonly local: string | null;
  readonly action: RuleAction;
  readonly description: string;
}

/** A rule as it is given. Its priority is that of its place in the list where it has none. */
export interface RuleSpec extends RuleContent {
  /** 1 to 100, the lowest decides first. */
  readonly priority: number | null;
}

/** A rule of a security group. */
export interface SecurityGroupRule extends RuleContent {
  readonly key: Key<'security-group-rule'>;
  readonly direction: Direction;
  readonly priority: number;
  /** Cloud milliseconds. */
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** Everybody's IPv4 address. */
export const anyIpv4: Peer = { kind: 'ipv4', cidr: '0.0.0.0/0' };

/** A rule that accepts everything, of which the others are variants. */
export const openRule: RuleSpec = {
  protocol: 'all',
  ports: [],
  sourcePorts: [],
  peer: anyIpv4,
  local: null,
  action: 'accept',
  description: '',
  priority: null,
};

/** A peer of addresses; its kind follows from how they are written. */
export function blockPeer(cidr: string): Peer {
  return { kind: cidr.includes(':') ? 'ipv6' : 'ipv4', cidr };
}

/** The rule of a row. */
export function ruleOf(row: SecurityGroupRuleRow, account: string): SecurityGroupRule {
  return {
    key: row.key,
    direction: row.direction,
    protocol: row.protocol,
    ports: rangesOf(row.ports),
    sourcePorts: rangesOf(row.source_ports),
    peer: peerOf(row, account),
    service: row.service_template === null ? undefined : templateRef(row.service_template),
    local: row.local_cidr,
    action: row.action,
    priority: row.priority,
    description: row.description,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  };
}

function peerOf(row: SecurityGroupRuleRow, account: string): Peer {
  const { peer_group: group, peer_account: owner, peer_cidr: cidr, peer_template: template } = row;
  if (group !== null) return { kind: 'group', group, account: owner ?? account };
  if (template === null) return blockPeer(cidr ?? '');
  const list = template.startsWith(OF_LISTS) ? template.slice(OF_LISTS.length) : undefined;
  if (list !== undefined) return { kind: 'prefix-list', list };
  return { kind: 'template', template: templateRef(template) };
}

const OF_LISTS = 'prefix-list/';

/** A prefix list as the row of a rule names it, in the place of a template. */
export function prefixListText(list: Key<'prefix-list'>): string {
  return OF_LISTS + list;
}

/** What the row of a rule names beside addresses and groups. */
function namedText(peer: Peer): string | null {
  if (peer.kind === 'prefix-list') return prefixListText(peer.list);
  return peer.kind === 'template' ? templateText(peer.template) : null;
}

function templateRef(text: string): TemplateRef {
  const [kind = '', key = ''] = text.split('/');
  return { kind: kind as TemplateKind, key };
}

/** A template as the row of a rule names it. */
export function templateText({ kind, key }: TemplateRef): string {
  return `${kind}/${key}`;
}

/** The row of a rule at its place in the list of a group. */
export function ruleRow(
  rule: SecurityGroupRule,
  place: { readonly group: Key<'security-group'>; readonly position: number },
): NewSecurityGroupRule {
  const { peer } = rule;
  return {
    key: rule.key,
    security_group: place.group,
    direction: rule.direction,
    position: place.position,
    priority: rule.priority,
    protocol: rule.protocol,
    ports: textOf(rule.ports),
    source_ports: textOf(rule.sourcePorts),
    peer_cidr: 'cidr' in peer ? peer.cidr : null,
    peer_group: peer.kind === 'group' ? peer.group : null,
    peer_account: peer.kind === 'group' ? peer.account : null,
    peer_template: namedText(peer),
    service_template: rule.service === undefined ? null : templateText(rule.service),
    local_cidr: rule.local,
    action: rule.action,
    description: rule.description,
    created_at: rule.createdAt,
    modified_at: rule.modifiedAt,
  };
}

function rangesOf(text: string): readonly PortRange[] {
  if (text === '') return [];
  return text.split(',').map((range) => {
    const [first, last] = range.split('-').map(Number);
    return { first: first ?? 0, last: last ?? 0 };
  });
}

function textOf(ranges: readonly PortRange[]): string {
  return ranges.map(({ first, last }) => `${first}-${last}`).join(',');
}
