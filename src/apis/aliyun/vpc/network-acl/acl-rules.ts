import { networkAclFaults as faults } from '#resources/network-acl/faults.ts';
import {
  aclProtocols,
  hasPorts,
  isIpv6Rule,
  type AclProtocol,
  type AclRule,
  type PortRange,
} from '#resources/network-acl/network-acl.ts';
import { portRange } from '#resources/network-acl/rule-checks.ts';
import type { ListedRule } from '#resources/network-acl/verbs/change-rules.ts';
import { parseCidr } from '#resources/subnet/cidr.ts';
import { formatIpv6Block, parseIpv6Block } from '#resources/subnet/ipv6.ts';
import { each } from '#wire/overlay.ts';

const NO_ADDRESS = /^(?!https?:\/\/)/;

/** Fields of a rule that both directions have. */
const ruleFields = {
  NetworkAclEntryName: {
    max: 128,
    pattern: NO_ADDRESS,
    reasons: { length: faults.ruleNameTooLong, pattern: faults.ruleNameMalformed },
  },
  Description: {
    max: 256,
    pattern: NO_ADDRESS,
    reasons: {
      length: faults.ruleDescriptionTooLong,
      pattern: faults.ruleDescriptionMalformed,
    },
  },
  // Rules of the system are none of a user's.
  EntryType: { values: ['custom'], deprecated: true },
  IpVersion: {
    values: ['IPv4', 'IPv6', 'IPV4', 'IPV6', 'ipv4', 'ipv6'],
    reasons: faults.versionMalformed,
  },
  ...each(['Policy', 'Port', 'Protocol'], { max: 64 }),
} as const;

const RULES_MAX = 100;

/** IngressAclEntries and EgressAclEntries. */
export const givenRules = {
  IngressAclEntries: {
    max: RULES_MAX,
    reasons: { count: faults.tooManyRules },
    item: { fields: { ...ruleFields, SourceCidrIp: { max: 64 } } },
  },
  EgressAclEntries: {
    max: RULES_MAX,
    reasons: { count: faults.tooManyRules },
    item: { fields: { ...ruleFields, DestinationCidrIp: { max: 64 } } },
  },
} as const;

interface GivenRule {
  readonly NetworkAclEntryId?: string | undefined;
  readonly NetworkAclEntryName?: string | undefined;
  readonly Description?: string | undefined;
  readonly IpVersion?: string | undefined;
  readonly Policy?: string | undefined;
  readonly Port?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly SourceCidrIp?: string | undefined;
  readonly DestinationCidrIp?: string | undefined;
}

/** A rule of inbound traffic. @throws Fault where it may not be */
export function ingressRule(asked: GivenRule): ListedRule {
  const { SourceCidrIp: cidr } = asked;
  if (cidr === undefined) throw faults.sourceMissing();
  const block = blockOf(cidr, asked.IpVersion);
  if (block === undefined) throw faults.sourceMalformed({ cidr });
  return listedRule(asked, block);
}

/** A rule of outbound traffic. @throws Fault where it may not be */
export function egressRule(asked: GivenRule): ListedRule {
  const { DestinationCidrIp: cidr } = asked;
  if (cidr === undefined) throw faults.destinationMissing();
  const block = blockOf(cidr, asked.IpVersion);
  if (block === undefined) throw faults.destinationMalformed({ cidr });
  return listedRule(asked, block);
}

function listedRule(asked: GivenRule, block: string): ListedRule {
  const { Policy: policy, Protocol: text, Port: ports } = asked;
  if (policy === undefined) throw faults.policyMissing();
  if (policy !== 'accept' && policy !== 'drop') throw faults.policyMalformed();
  if (text === undefined) throw faults.protocolMissing();
  const protocol = aclProtocols.find((one) => one === text.toLowerCase());
  if (protocol === undefined) throw faults.protocolMalformed();
  if (ports === undefined) throw faults.portsMissing();
  return {
    key: asked.NetworkAclEntryId,
    name: asked.NetworkAclEntryName ?? '',
    accepts: policy === 'accept',
    protocol,
    block,
    ports: portsOf(protocol, ports),
    description: asked.Description ?? '',
  };
}

/** The block of a text, which has to be one of the version that is given. */
function blockOf(text: string, version = ''): string | undefined {
  const six = parseIpv6Block(text);
  if (six !== undefined) return version.toLowerCase() === 'ipv4' ? undefined : formatIpv6Block(six);
  if (version.toLowerCase() === 'ipv6') return undefined;
  return parseCidr(text) === undefined ? undefined : text;
}

/** -1/-1 is for all ports; only rules for TCP and UDP have a range such as 1/200. */
function portsOf(protocol: AclProtocol, text: string): PortRange | null {
  if (text === '-1/-1') return null;
  const [from = '', to = '', ...more] = text.split('/');
  const range = portRange(from, to);
  if (!hasPorts(protocol) || range === undefined || more.length > 0) throw faults.portsMalformed();
  return range;
}

/** A rule as either direction shows it, but for its block. */
function shownRule(rule: AclRule) {
  const { key, name, accepts, protocol, ports, description } = rule;
  return {
    Description: description,
    EntryType: 'custom',
    IpVersion: isIpv6Rule(rule) ? 'IPv6' : 'IPv4',
    NetworkAclEntryId: key,
    NetworkAclEntryName: name,
    Policy: accepts ? 'accept' : 'drop',
    Port: ports === null ? '-1/-1' : `${ports.from}/${ports.to}`,
    Protocol: protocol,
  };
}

/** A rule of inbound traffic, in the vendor's words. */
export function shownIngress(rule: AclRule) {
  return { ...shownRule(rule), SourceCidrIp: rule.block };
}

/** A rule of outbound traffic, in the vendor's words. */
export function shownEgress(rule: AclRule) {
  return { ...shownRule(rule), DestinationCidrIp: rule.block };
}
