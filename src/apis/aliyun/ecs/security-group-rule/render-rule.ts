import type {
  Peer,
  PortRange,
  RuleContent,
  SecurityGroupRule,
} from '#resources/security-group-rule/rule.ts';
import type { SecurityGroup } from '#resources/security-group/security-group.ts';

/** What a rule is shown with. */
export interface ShownWith {
  readonly group: SecurityGroup;
  readonly nameOf: (group: string) => string;
  readonly listNameOf: (list: string) => string;
}

/** A rule in the vendor's words; "" is what it has not. */
export function showRule(rule: SecurityGroupRule, { group, nameOf, listNameOf }: ShownWith) {
  const { key, direction, protocol, peer, local, action, priority, description } = rule;
  const isIn = direction === 'ingress';
  const [far, near] = [blocksOf(peer), blocksOf(local === null ? undefined : blockOf(local))];
  const [source, dest] = isIn ? [far, near] : [near, far];
  const named = peer.kind === 'group' ? peer.group : '';
  const owner = peer.kind === 'group' && peer.account !== group.account ? peer.account : '';
  const [sourceGroup, destGroup] = isIn ? [named, ''] : ['', named];
  const list = peer.kind === 'prefix-list' ? peer.list : '';
  const [sourceList, destList] = isIn ? [list, ''] : ['', list];
  return {
    SecurityGroupRuleId: key,
    Direction: direction,
    IpProtocol: protocol === 'icmpv6' ? 'ICMPv6' : protocol.toUpperCase(),
    PortRange: portsText(protocol, rule.ports, ALL_PORTS),
    SourcePortRange: portsText(protocol, rule.sourcePorts, ''),
    Policy: action === 'accept' ? 'Accept' : 'Drop',
    Priority: String(priority),
    NicType: nicTypeOf(group, rule),
    Description: description,
    CreateTime: rule.createdAt,
    SourceCidrIp: source.four,
    Ipv6SourceCidrIp: source.six,
    DestCidrIp: dest.four,
    Ipv6DestCidrIp: dest.six,
    SourceGroupId: sourceGroup,
    SourceGroupName: nameOf(sourceGroup),
    SourceGroupOwnerAccount: isIn ? owner : '',
    DestGroupId: destGroup,
    DestGroupName: nameOf(destGroup),
    DestGroupOwnerAccount: isIn ? '' : owner,
    SourcePrefixListId: sourceList,
    SourcePrefixListName: listNameOf(sourceList),
    DestPrefixListId: destList,
    DestPrefixListName: listNameOf(destList),
    PortRangeListId: '',
    PortRangeListName: '',
  };
}

const ALL_PORTS = '1/65535';

/** The other vendor's rules may have several ranges. */
function portsText(
  protocol: RuleContent['protocol'],
  ports: readonly PortRange[],
  all: string,
): string {
  if (protocol !== 'tcp' && protocol !== 'udp') return '-1/-1';
  return ports.map(({ first, last }) => `${first}/${last}`).join(',') || all;
}

function blockOf(cidr: string): Peer {
  return { kind: cidr.includes(':') ? 'ipv6' : 'ipv4', cidr };
}

function blocksOf(peer: Peer | undefined) {
  return {
    four: peer?.kind === 'ipv4' ? peer.cidr : '',
    six: peer?.kind === 'ipv6' ? peer.cidr : '',
  };
}

/** Of which network card a rule is: public ones are in the classic network alone. */
export function nicTypeOf(
  { isClassic }: Pick<SecurityGroup, 'isClassic'>,
  { peer }: Pick<RuleContent, 'peer'>,
): 'internet' | 'intranet' {
  return isClassic && peer.kind !== 'group' ? 'internet' : 'intranet';
}
