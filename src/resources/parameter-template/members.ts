import { parseBlock, type AddressBlock } from '../security-group-rule/address-block.ts';
import type { PortRange, RuleProtocol } from '../security-group-rule/rule.ts';
import { parameterTemplateFaults as faults } from './faults.ts';
import type { TemplateKind } from './parameter-template.ts';

/** A protocol with its ports; no ports are all of them. */
export interface Service {
  readonly protocol: RuleProtocol;
  readonly ports: readonly PortRange[];
}

/** Addresses as a template has them: one, a block, or a range such as 10.0.0.1-10.0.0.9. */
export function parseAddresses(text: string): AddressBlock | undefined {
  const [from = '', to, ...more] = text.split('-');
  const first = parseBlock(from);
  if (to === undefined) return first;
  const last = parseBlock(to);
  const isRange = more.length === 0 && ![from, to].some((end) => end.includes('/'));
  if (!isRange || first === undefined || first.family !== last?.family) return undefined;
  return first.first <= last.last ? { ...first, last: last.last } : undefined;
}

const SERVICE = /^(tcp|udp|icmp|icmpv6|gre)(?::(.+))?$/i;
const PORTS = /^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*$/;

/**
 * Services as a template has them: tcp:80, tcp:80,443, udp:8000-8010, udp:all, icmp. Numbers behind
 * icmp, which the vendor's own example has, are no ports: it stands for all of ICMP.
 */
export function parseService(text: string): Service | undefined {
  const [, name = '', ports = 'all'] = SERVICE.exec(text) ?? [];
  if (name === '') return undefined;
  const protocol = name.toLowerCase() as RuleProtocol;
  if (/^(?:all|-)$/i.test(ports)) return { protocol, ports: [] };
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  if (!(hasPorts || protocol === 'icmp') || !PORTS.test(ports)) return undefined;
  const ranges = ports.split(',').map((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return { first, last };
  });
  const areOrdered = ranges.every(({ first, last }) => first <= last && last <= 65_535);
  return areOrdered ? { protocol, ports: hasPorts ? ranges : [] } : undefined;
}

/** @throws Fault where a member can be of no template of the kind, or is there twice */
export function checkMembers(kind: TemplateKind, values: readonly string[]): void {
  if (values.length === 0) throw faults.membersMissing();
  const seen = new Set<string>();
  for (const text of values) {
    if (kind === 'addresses' && parseAddresses(text) === undefined) {
      throw faults.addressMalformed({ text });
    }
    if (kind === 'services' && parseService(text) === undefined) {
      throw faults.serviceMalformed({ text });
    }
    if (seen.has(text.toLowerCase())) throw faults.memberTwice({ text });
    seen.add(text.toLowerCase());
  }
}
