import { networkAclFaults as faults } from '#resources/network-acl/faults.ts';
import {
  hasPorts,
  isIpv6Rule,
  type AclProtocol,
  type AclRule,
  type AclRuleRequest,
  type PortRange,
} from '#resources/network-acl/network-acl.ts';
import { portRange } from '#resources/network-acl/rule-checks.ts';
import { parseCidr } from '#resources/subnet/cidr.ts';
import { formatIpv6Block, parseIpv6Block } from '#resources/subnet/ipv6.ts';
import { id, integer, list, time } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { networkAcl } from '../models/network-acl.ts';
import { networkAclEntry } from '../models/network-acl-entry.ts';
import { networkAclEntrySet } from '../models/network-acl-entry-set.ts';

const ruleId = id('network-acl-rule', { reasons: { malformed: faults.ruleMalformed } });

/** A rule as inputs have it: what an action needs of it, its reader says. */
const given = overlay(networkAclEntry, {
  Protocol: { max: 16 },
  Port: { max: 16 },
  CidrBlock: { max: 64 },
  Ipv6CidrBlock: { max: 64 },
  Action: { max: 16 },
  Description: { max: 100, reasons: { length: faults.ruleDescriptionTooLong } },
  ModifyTime: { deprecated: true },
  Priority: integer({ min: 1, max: 100, reasons: faults.priorityMalformed }),
  NetworkAclIpv4EntryId: ruleId,
  NetworkAclIpv6EntryId: ruleId,
});

const givenRules = list(given, { max: 100, reasons: { count: faults.tooManyRules } });

/** NetworkAclEntrySet: rules of one direction or of both. */
export const givenRuleSet = overlay(networkAclEntrySet, {
  Ingress: givenRules,
  Egress: givenRules,
});

export type GivenRule = InferIn<typeof given>;

const protocols: ReadonlyMap<string, AclProtocol> = new Map([
  ['TCP', 'tcp'],
  ['UDP', 'udp'],
  ['ICMP', 'icmp'],
  ['ALL', 'all'],
]);

/** Which rule is meant by its id, of IPv4 or IPv6; none where there is none. */
export function ruleMeant(asked: GivenRule): string | undefined {
  return asked.NetworkAclIpv4EntryId ?? asked.NetworkAclIpv6EntryId;
}

/** What a new rule says. @throws Fault where it lacks something */
export function newRule(asked: GivenRule): AclRuleRequest {
  const { Protocol: protocol, Action: policy } = asked;
  if (protocol === undefined) throw faults.protocolMissing();
  if (policy === undefined) throw faults.policyMissing();
  if (blockGiven(asked) === undefined) throw faults.sourceMissing();
  return changedRule(asked, {
    name: '',
    accepts: true,
    protocol: 'all',
    block: '0.0.0.0/0',
    ports: null,
    description: '',
  });
}

/** What a rule says after a change: what is not given stays. @throws Fault where it may not be */
export function changedRule(asked: GivenRule, before: AclRuleRequest): AclRuleRequest {
  const protocol = protocolGiven(asked.Protocol) ?? before.protocol;
  const ports = asked.Port === undefined ? before.ports : portsGiven(asked.Port);
  if (ports !== null && !hasPorts(protocol)) {
    if (asked.Port !== undefined) throw faults.portsNotAllowed();
  }
  return {
    name: before.name,
    accepts: policyGiven(asked.Action) ?? before.accepts,
    protocol,
    block: blockGiven(asked) ?? before.block,
    ports: hasPorts(protocol) ? ports : null,
    description: asked.Description ?? before.description,
  };
}

function protocolGiven(text: string | undefined): AclProtocol | undefined {
  const protocol = protocols.get((text ?? '').toUpperCase());
  if (text !== undefined && protocol === undefined) throw faults.protocolMalformed();
  return protocol;
}

function policyGiven(text: string | undefined): boolean | undefined {
  const policy = text?.toUpperCase();
  if (policy !== undefined && policy !== 'ACCEPT' && policy !== 'DROP') {
    throw faults.policyMalformed();
  }
  return policy && policy === 'ACCEPT';
}

/** All of them, one, or a range such as 10-20. */
function portsGiven(text: string): PortRange | null {
  if (text === '' || text.toUpperCase() === 'ALL') return null;
  const [from = '', to = from, ...more] = text.split('-');
  const range = portRange(from, to);
  if (range === undefined || more.length > 0) throw faults.portsMalformed();
  return range;
}

/** The block of a rule, or the block of its one address. */
function blockGiven({ CidrBlock: four, Ipv6CidrBlock: six }: GivenRule): string | undefined {
  if ((four ?? '') !== '' && (six ?? '') !== '') throw faults.blocksTwice();
  if ((four ?? '') !== '') return ipv4Block(four ?? '');
  return (six ?? '') === '' ? undefined : ipv6Block(six ?? '');
}

function ipv4Block(cidr: string): string {
  const block = cidr.includes('/') ? cidr : `${cidr}/32`;
  if (parseCidr(block) === undefined) throw faults.sourceMalformed({ cidr });
  return block;
}

function ipv6Block(cidr: string): string {
  const block = parseIpv6Block(cidr.includes('/') ? cidr : `${cidr}/128`);
  if (block === undefined) throw faults.sourceMalformed({ cidr });
  return formatIpv6Block(block);
}

const shownEntry = overlay(networkAclEntry, { ModifyTime: time({ form: 'spaced' }) });

/** A network ACL as answers have it: when a rule was changed is a time. */
export const networkAclShown = overlay(networkAcl, {
  IngressEntries: list(shownEntry),
  EgressEntries: list(shownEntry),
});

/** A rule in the vendor's words; a block of one address is shown as that. */
export function shownRule(rule: AclRule, index: number) {
  const { key, accepts, protocol, block, ports, description, modifiedAt } = rule;
  const isIpv6 = isIpv6Rule(rule);
  const shown = block.replace(isIpv6 ? /\/128$/ : /\/32$/, '');
  return {
    Protocol: protocol.toUpperCase(),
    Port: portsShown(protocol, ports),
    CidrBlock: isIpv6 ? '' : shown,
    Ipv6CidrBlock: isIpv6 ? shown : '',
    Action: accepts ? 'ACCEPT' : 'DROP',
    Description: description,
    ModifyTime: modifiedAt,
    Priority: index + 1,
    NetworkAclIpv4EntryId: isIpv6 ? '' : key,
    NetworkAclIpv6EntryId: isIpv6 ? key : '',
  };
}

function portsShown(protocol: AclProtocol, ports: PortRange | null): string {
  if (!hasPorts(protocol)) return '';
  if (ports === null) return 'ALL';
  return ports.from === ports.to ? String(ports.from) : `${ports.from}-${ports.to}`;
}
