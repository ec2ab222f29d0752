import { parseBlock } from './address-block.ts';
import {
  prefixListText,
  type Peer,
  type PortRange,
  type RuleContent,
  type RuleSpec,
  type SecurityGroupRule,
} from './rule.ts';

/** Whether two rules do the same. The priority counts where one is given, the description never. */
export function isSameRule(rule: SecurityGroupRule | RuleSpec, spec: RuleSpec): boolean {
  if (spec.priority !== null && rule.priority !== spec.priority) return false;
  return contentKey(rule) === contentKey(spec);
}

/**
 * Whether a rule cannot stand beside another that does the same. Where no priority is given, which
 * is how Tencent writes rules, another description is enough to tell them apart: the example of its
 * provider's rule sets has two such rules.
 */
export function isTwin(rule: SecurityGroupRule | RuleSpec, spec: RuleSpec): boolean {
  if (!isSameRule(rule, spec)) return false;
  return spec.priority !== null || rule.description === spec.description;
}

/** Each rule of a list is compared with each of another: its text is made once. */
const known = new WeakMap<RuleContent, string>();

function contentKey(rule: RuleContent): string {
  let key = known.get(rule);
  if (key === undefined) {
    key = keyOf(rule);
    known.set(rule, key);
  }
  return key;
}

/** What a rule does as a text: equal for blocks and ports that are written differently. */
function keyOf(rule: RuleContent): string {
  const { protocol, ports, sourcePorts, peer, local, action, service } = rule;
  const parts = [
    protocol,
    service?.key ?? '',
    action,
    peerKey(peer),
    local === null ? '' : blockKey(local),
  ];
  return [...parts, portsKey(ports), portsKey(sourcePorts)].join(' ');
}

function peerKey(peer: Peer): string {
  if (peer.kind === 'group') return `group:${peer.group}`;
  if (peer.kind === 'prefix-list') return prefixListText(peer.list);
  return peer.kind === 'template' ? `template:${peer.template.key}` : blockKey(peer.cidr);
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
