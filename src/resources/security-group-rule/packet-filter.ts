import type { SecurityGroup } from '../security-group/security-group.ts';
import { parseBlock, type AddressBlock } from './address-block.ts';
import type { TemplateContents } from '../parameter-template/usage.ts';
import {
  prefixListText,
  type Direction,
  type Peer,
  type PortRange,
  type RuleAction,
  type RuleProtocol,
  type SecurityGroupRule,
} from './rule.ts';
import type { RuleLists } from './verbs/list-rules.ts';

/** A rule with addresses in the place of groups. Without `local` or ports it is for all of them. */
export interface FilterRule {
  readonly action: RuleAction;
  readonly protocol: RuleProtocol;
  /** Any of them; none match nothing. */
  readonly peers: readonly AddressBlock[];
  readonly local: AddressBlock | undefined;
  readonly ports: readonly PortRange[];
  readonly sourcePorts: readonly PortRange[];
}

/** What decides the packets of one machine in one direction: the first rule that matches. */
export interface PacketFilter {
  readonly rules: readonly FilterRule[];
  readonly otherwise: RuleAction;
}

export interface Packet {
  readonly protocol: Exclude<RuleProtocol, 'all'> | 'other';
  /** The address of the other machine, and that of the filter's own. */
  readonly peer: string;
  readonly local: string;
  /** 0 where the protocol has no ports. */
  readonly port: number;
  readonly sourcePort: number;
}

export interface CompileOptions {
  readonly direction: Direction;
  /**
   * In which order the rules of several groups decide: one group after the other, as Tencent's, or
   * all of them by priority, as Alibaba's.
   */
  readonly order: 'listed' | 'priority';
  /** The private addresses of the members of a group. */
  readonly membersOf: (group: string) => readonly string[];
  /** What templates and prefix lists come to, where rules may name some. */
  readonly templates?: TemplateContents;
}

/**
 * The filter of a machine that is in these groups, in their order. Where members of a group reach
 * each other, no rule keeps them apart (comment of Alibaba's ModifySecurityGroupPolicy). Behind
 * the rules comes the default: what one group drops by default, all of them drop.
 * Without a group everything is accepted (seed 004 L52656).
 */
export function compile(groups: readonly RuleLists[], options: CompileOptions): PacketFilter {
  const { direction, order, membersOf, templates } = options;
  const rules = groups.flatMap((lists) => lists[direction]);
  const ordered = order === 'listed' ? rules : rules.toSorted(byPriority);
  const inner = groups.filter(({ group }) => group.details.innerAccess === 'accept');
  return {
    rules: [
      ...inner.map(({ group }) => innerRule(group, membersOf)),
      ...ordered.flatMap((rule) => filterRules(rule, { membersOf, templates })),
    ],
    otherwise: groups.every(({ group }) => defaultOf(group, direction) === 'accept')
      ? 'accept'
      : 'drop',
  };
}

function byPriority(one: SecurityGroupRule, other: SecurityGroupRule): number {
  if (one.priority !== other.priority) return one.priority - other.priority;
  return Number(one.action === 'accept') - Number(other.action === 'accept');
}

function defaultOf({ details }: SecurityGroup, direction: Direction): RuleAction {
  return direction === 'ingress' ? 'drop' : details.egressDefault;
}

type NamedBy = Pick<CompileOptions, 'membersOf'> & {
  readonly templates: TemplateContents | undefined;
};

/** A rule for the services of a template is one for each of them, with the same effect. */
function filterRules(rule: SecurityGroupRule, of: NamedBy): readonly FilterRule[] {
  const { action, local, sourcePorts, service } = rule;
  const services = service === undefined ? [rule] : (of.templates?.servicesOf(service.key) ?? []);
  const peers = peerBlocks(rule.peer, of);
  return services.map(({ protocol, ports }) => ({
    action,
    protocol,
    peers,
    local: local === null ? undefined : parseBlock(local),
    ports,
    sourcePorts,
  }));
}

function peerBlocks(peer: Peer, { membersOf, templates }: NamedBy): readonly AddressBlock[] {
  if (peer.kind === 'template') return templates?.addressesOf(peer.template.key) ?? [];
  if (peer.kind === 'prefix-list') return templates?.addressesOf(prefixListText(peer.list)) ?? [];
  const blocks = peer.kind === 'group' ? membersOf(peer.group) : [peer.cidr];
  return blocks.flatMap((block) => parseBlock(block) ?? []);
}

function innerRule(group: SecurityGroup, membersOf: CompileOptions['membersOf']): FilterRule {
  const peers = membersOf(group.key).flatMap((address) => parseBlock(address) ?? []);
  const everything = { protocol: 'all', local: undefined, ports: [], sourcePorts: [] } as const;
  return { ...everything, action: 'accept', peers };
}

/** What becomes of a packet. */
export function decides({ rules, otherwise }: PacketFilter, packet: Packet): RuleAction {
  return rules.find((rule) => matches(rule, packet))?.action ?? otherwise;
}

function matches(rule: FilterRule, packet: Packet): boolean {
  if (rule.protocol !== 'all' && rule.protocol !== packet.protocol) return false;
  if (!rule.peers.some((block) => isIn(block, packet.peer))) return false;
  if (rule.local !== undefined && !isIn(rule.local, packet.local)) return false;
  return hasPort(rule.ports, packet.port) && hasPort(rule.sourcePorts, packet.sourcePort);
}

function isIn(block: AddressBlock, address: string): boolean {
  const at = parseBlock(address);
  return at?.family === block.family && block.first <= at.first && at.last <= block.last;
}

function hasPort(ranges: readonly PortRange[], port: number): boolean {
  return ranges.length === 0 || ranges.some(({ first, last }) => first <= port && port <= last);
}
