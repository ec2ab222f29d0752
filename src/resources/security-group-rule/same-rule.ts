import { parseBlock } from './address-block.ts';
import type { Peer, PortRange, RuleContent, RuleSpec, SecurityGroupRule } from './rule.ts';

/** Whether two rules do the same. The priority counts where one is given, the description never. */
export function isSameRule(rule: SecurityGroupRule | RuleSpec, spec: RuleSpec): boolean {
  if (spec.priority !== null && rule.priority !== spec.priority) return false;
  return contentKey(rule) === contentKey(spec);
}

/** What a rule does as a text: equal for blocks and ports that are written differently. */
function contentKey(rule: RuleContent): string {
  const { protocol, ports, sourcePorts, peer, local, action } = rule;
  const parts = [protocol, action, peerKey(peer), local === null ? '' : blockKey(local)];
  return [...parts, portsKey(ports), portsKey(sourcePorts)].join(' ');
}

function peerKey(peer: Peer): string {
  return peer.kind === 'group' ? `group:${peer.group}` : blockKey(peer.cidr);
}

function blockKey(text: string): string {
  const block = parseBlock(text);
  return block === undefined ? text : `${block.family}:${block.first}-${block.last}`;
}

function portsKey(ports: readonly PortRange[]): string {
  return ports
    .map(({ first, last }) => `${first}-${last}`)
    .toSorted()
    .join(',');
}
