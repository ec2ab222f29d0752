import { parseBlock } from '#resources/security-group-rule/address-block.ts';
import { securityGroupRuleFaults as faults } from '#resources/security-group-rule/faults.ts';
import type { Direction, Peer, PortRange, RuleSpec } from '#resources/security-group-rule/rule.ts';
import type { Key } from '#kernel/key.ts';

/** A rule as the pages name it; each direction has the peer's half of these. */
export interface RuleAsked {
  readonly IpProtocol?: string | undefined;
  readonly PortRange?: string | undefined;
  readonly SourcePortRange?: string | undefined;
  readonly PortRangeListId?: string | undefined;
  readonly Policy?: string | undefined;
  readonly Priority?: string | undefined;
  readonly NicType?: 'internet' | 'intranet' | undefined;
  readonly Description?: string | undefined;
  readonly SourceCidrIp?: string | undefined;
  readonly DestCidrIp?: string | undefined;
  readonly Ipv6SourceCidrIp?: string | undefined;
  readonly Ipv6DestCidrIp?: string | undefined;
  readonly SourceGroupId?: Key<'security-group'> | undefined;
  readonly SourceGroupOwnerAccount?: string | undefined;
  readonly SourceGroupOwnerId?: number | undefined;
  readonly SourcePrefixListId?: string | undefined;
  readonly DestGroupId?: Key<'security-group'> | undefined;
  readonly DestGroupOwnerAccount?: string | undefined;
  readonly DestGroupOwnerId?: number | string | undefined;
  readonly DestPrefixListId?: string | undefined;
}

const protocols = {
  tcp: 'tcp',
  udp: 'udp',
  icmp: 'icmp',
  icmpv6: 'icmpv6',
  gre: 'gre',
  all: 'all',
} as const satisfies Readonly<Record<string, RuleSpec['protocol']>>;

/** What is given of a rule; what is not stays out. @throws security-group-rule faults */
export function partsAsked(
  asked: RuleAsked,
  direction: Direction,
  account: string,
): Partial<RuleSpec> {
  const { IpProtocol, Description, PortRange, SourcePortRange, Priority, Policy } = asked;
  const [peer, local] = [peerAsked(asked, direction, account), localAsked(asked, direction)];
  return {
    ...(IpProtocol === undefined ? {} : { protocol: protocolNamed(IpProtocol) }),
    ...portsAsked(asked, PortRange),
    ...(SourcePortRange === undefined ? {} : { sourcePorts: sourcePortsOf(SourcePortRange) }),
    ...(Policy === undefined ? {} : { action: actionNamed(Policy) }),
    ...(Priority === undefined ? {} : { priority: priorityOf(Priority) }),
    ...(peer === undefined ? {} : { peer }),
    ...(local === undefined ? {} : { local }),
    ...(Description === undefined ? {} : { description: Description }),
  };
}

/** A whole rule; `priority` is for one that is given none. @throws security-group-rule faults */
export function ruleAsked(
  asked: RuleAsked,
  { direction, account, priority }: RuleReading,
): RuleSpec {
  const parts = partsAsked(asked, direction, account);
  const { protocol, ports, peer } = parts;
  if (protocol === undefined) throw faults.protocolUnknown();
  if (ports === undefined) throw faults.portsMalformed();
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  if (hasPorts === (asked.PortRange === NO_PORTS)) throw faults.portsNotAllowed();
  if (peer === undefined) throw faults.peerMissing();
  if ('cidr' in peer && peer.cidr === parts.local) throw faults.endsSame();
  const plain = { sourcePorts: [], local: null, action: 'accept', description: '' } as const;
  return { ...plain, priority, ...parts, protocol, ports, peer };
}

export interface RuleReading {
  readonly direction: Direction;
  readonly account: string;
  readonly priority: number | null;
}

function protocolNamed(name: string): RuleSpec['protocol'] {
  const lower = name.toLowerCase();
  if (Object.hasOwn(protocols, lower)) return protocols[lower as keyof typeof protocols];
  throw faults.protocolUnknown();
}

function actionNamed(name: string): RuleSpec['action'] {
  const lower = name.toLowerCase();
  if (lower === 'accept' || lower === 'drop') return lower;
  throw faults.actionUnknown();
}

function priorityOf(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw faults.priorityMalformed();
}

const NO_PORTS = '-1/-1';

/** A list of ports is used where no range is given, and there are no such lists. */
function portsAsked({ PortRangeListId }: RuleAsked, range: string | undefined) {
  if (range !== undefined) {
    const ports = rangeOf(range);
    if (ports === undefined) throw faults.portsMalformed();
    return { ports };
  }
  if (PortRangeListId !== undefined) throw faults.portListNotFound();
  return {};
}

function sourcePortsOf(text: string): readonly PortRange[] {
  const ports = rangeOf(text);
  if (ports === undefined) throw faults.sourcePortsMalformed();
  return ports;
}

/** Ports such as 1/200. All of them, which -1/-1 says without ports, are none. */
function rangeOf(text: string): readonly PortRange[] | undefined {
  if (text === NO_PORTS) return [];
  const [, from = '', to = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === '' || first < 1 || first > last || last > 65_535) return undefined;
  return first === 1 && last === 65_535 ? [] : [{ first, last }];
}

/** Who is on the other side. Of several, addresses go before a group, and that before a list. */
function peerAsked(asked: RuleAsked, direction: Direction, account: string): Peer | undefined {
  const block = direction === 'ingress' ? sourceBlock(asked) : destinationBlock(asked);
  if (block !== undefined) return { kind: block.includes(':') ? 'ipv6' : 'ipv4', cidr: block };
  const isIn = direction === 'ingress';
  const group = isIn ? asked.SourceGroupId : asked.DestGroupId;
  const ownerId = isIn ? asked.SourceGroupOwnerId : asked.DestGroupOwnerId;
  const ownerName = isIn ? asked.SourceGroupOwnerAccount : asked.DestGroupOwnerAccount;
  const owner = ownerId === undefined ? ownerName : String(ownerId);
  if (group !== undefined) return { kind: 'group', group, account: owner ?? account };
  const list = isIn ? asked.SourcePrefixListId : asked.DestPrefixListId;
  if (list !== undefined) return { kind: 'prefix-list', list };
  return undefined;
}

function localAsked(asked: RuleAsked, direction: Direction): string | undefined {
  return direction === 'ingress' ? destinationBlock(asked) : sourceBlock(asked);
}

function sourceBlock({ SourceCidrIp: four, Ipv6SourceCidrIp: six }: RuleAsked) {
  if (four !== undefined && six !== undefined) throw faults.peersMixed();
  if (four !== undefined && parseBlock(four)?.family !== 4) throw faults.sourceMalformed();
  if (six !== undefined && parseBlock(six)?.family !== 6) throw faults.source6Malformed();
  return four ?? shortBlock(six);
}

function destinationBlock({ DestCidrIp: four, Ipv6DestCidrIp: six }: RuleAsked) {
  if (four !== undefined && six !== undefined) throw faults.peersMixed();
  if (four !== undefined && parseBlock(four)?.family !== 4) throw faults.destinationMalformed();
  if (six !== undefined && parseBlock(six)?.family !== 6) throw faults.destination6Malformed();
  return four ?? shortBlock(six);
}

/** IPv6 addresses are answered in their shortest form, which clients compare with. */
function shortBlock(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [address = '', mask] = text.split('/');
  const short = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  return mask === undefined ? short : `${short}/${mask}`;
}
