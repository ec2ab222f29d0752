import type { DnatPolicy } from '#resources/nat-gateway/dnat-checks.ts';
import { dnatRuleFaults } from '#resources/nat-gateway/dnat-faults.ts';
import type { DnatRule } from '#resources/nat-gateway/rules.ts';
import { formatAddress, parseAddress } from '#resources/subnet/cidr.ts';
import { string } from '#wire/builders.ts';

/** A protocol, which clients write in small or large letters. */
export const protocol = string({
  values: ['TCP', 'UDP', 'Any', 'tcp', 'udp', 'any'],
  reasons: { value: dnatRuleFaults.protocolUnknown },
});

/** An address or a port as a text. */
export const shortText = { max: 64 } as const;

/** The protocol that a word names. */
export function protocolNamed(word: string): DnatRule['protocol'] {
  return word.toLowerCase() as DnatRule['protocol'];
}

/** `80`, `10/20` or `any`. */
export function portNamed(text: string): string {
  return text.toLowerCase() === 'any' ? 'any' : text;
}

/** The number of a private address. @throws dnat-rule.privateMalformed */
export function privateOf(text: string): number {
  const address = parseAddress(text);
  if (address === undefined) throw dnatRuleFaults.privateMalformed({ address: text });
  return address;
}

/** PortBreak lets a rule take a high port of an address through which packets leave. */
export function policyOf(portBreak: boolean | undefined): DnatPolicy {
  return { machinesAlone: false, privateOnce: true, sharesHighPorts: portBreak === true };
}

/** An entry in the vendor's words; clients compare protocols in small letters. */
export function shownForwardEntry(rule: DnatRule) {
  return {
    ExternalIp: formatAddress(rule.publicAddress),
    ExternalPort: rule.publicPort,
    ForwardEntryId: rule.key,
    ForwardEntryName: rule.name ?? '',
    ForwardTableId: rule.gateway,
    InternalIp: formatAddress(rule.privateAddress),
    InternalPort: rule.privatePort,
    IpProtocol: rule.protocol,
    NatGatewayId: rule.gateway,
    Status: 'Available',
  };
}
