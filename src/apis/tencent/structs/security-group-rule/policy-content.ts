import { parseBlock } from '#resources/security-group-rule/address-block.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import {
  anyIpv4,
  blockPeer,
  type Peer,
  type PortRange,
  type RuleProtocol,
  type RuleSpec,
  type TemplateRef,
} from '#resources/security-group-rule/rule.ts';

/** A rule as any generation has it: what is absent or "" matches everything (seed 004 L56043). */
export interface PolicyContent {
  readonly protocol?: string | undefined;
  readonly port?: string | undefined;
  readonly cidr?: string | undefined;
  readonly cidr6?: string | undefined;
  readonly group?: string | undefined;
  readonly addressTemplate?: TemplateRef | undefined;
  readonly serviceTemplate?: TemplateRef | undefined;
  readonly action?: string | undefined;
  readonly description?: string | undefined;
}

export const protocolPattern = /^(?:all|tcp|udp|icmp|icmpv6|gre)$/i;
/** All ports, or some: 80, 8000-8010 or 80,443. */
export const portPattern = /^(?:all|\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?){0,99})$/i;
export const actionPattern = /^(?:accept|drop)$/i;

/**
 * The rule that is meant; its place gives it a priority. @throws Fault where it is given two
 * peers, a service besides a protocol, or no action
 */
export function specOf(given: PolicyContent, account: string): RuleSpec {
  const { protocol: name = '', port = '', action = '', serviceTemplate: service } = given;
  const { addressTemplate } = given;
  const peers = [given.cidr, given.cidr6, given.group, addressTemplate?.key].filter(isGiven);
  if (peers.length > 1) throw faults.peersMixed();
  if (service !== undefined && (isGiven(name) || isGiven(port))) throw faults.waysMixed();
  if (!isGiven(action)) throw faults.actionMissing();
  const protocol = (name === '' ? 'all' : name.toLowerCase()) as RuleProtocol;
  return {
    protocol,
    ports: portsOf(port),
    sourcePorts: [],
    peer: peerOf(given, protocol, account),
    service,
    local: null,
    action: action.toLowerCase() as RuleSpec['action'],
    description: given.description ?? '',
    priority: null,
  };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function peerOf(given: PolicyContent, protocol: RuleProtocol, account: string): Peer {
  const { cidr, cidr6, group, addressTemplate: template } = given;
  if (template !== undefined) return { kind: 'template', template };
  if (isGiven(group)) return { kind: 'group', group, account };
  if (isGiven(cidr6)) return blockPeer(cidr6);
  if (isGiven(cidr)) return isEverybody(cidr) ? anyIpv4 : blockPeer(cidr);
  return protocol === 'icmpv6' ? blockPeer('::/0') : anyIpv4;
}

/** Every 0.0.0.0/n is everybody (comment of CidrBlock in the model); what is no block is not. */
function isEverybody(cidr: string): boolean {
  return cidr.startsWith('0.0.0.0/') && parseBlock(cidr) !== undefined;
}

function portsOf(text: string): readonly PortRange[] {
  if (text === '' || text.toLowerCase() === 'all') return [];
  return text.split(',').map((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return { first, last };
  });
}

/** Ports in the vendor's words; "" where they are all of them. */
export function portText(ports: readonly PortRange[]): string {
  return ports.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(',');
}
