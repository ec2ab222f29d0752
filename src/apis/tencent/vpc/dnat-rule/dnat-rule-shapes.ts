import type { DnatPolicy } from '#resources/nat-gateway/dnat-checks.ts';
import { dnatRuleFaults } from '#resources/nat-gateway/dnat-faults.ts';
import type { DnatRule } from '#resources/nat-gateway/rules.ts';
import type { NewDnatRule } from '#resources/nat-gateway/verbs/dnat-rules.ts';
import { formatAddress, parseAddress } from '#resources/subnet/cidr.ts';
import { string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { destinationIpPortTranslationNatRule } from '../models/destination-ip-port-translation-nat-rule.ts';
import { ipOf } from '../nat-gateway/given.ts';

/** As many rules as a request may name. */
export const RULES_MAX = 100;

const port = { min: 1, max: 65_535 } as const;

/** A rule as inputs have it. */
export const givenDnatRule = overlay(destinationIpPortTranslationNatRule, {
  IpProtocol: { values: ['TCP', 'UDP'], reasons: { value: dnatRuleFaults.protocolUnknown } },
  PublicIpAddress: string({ max: 64, required: true }),
  PublicPort: { ...port, reasons: { range: dnatRuleFaults.publicPortMalformed } },
  PrivateIpAddress: string({ max: 64, required: true }),
  PrivatePort: { ...port, reasons: { range: dnatRuleFaults.privatePortMalformed } },
  Description: string({
    max: 255,
    required: false,
    reasons: { length: dnatRuleFaults.descriptionTooLong },
  }),
});

/** A private address is one of an instance (InvalidParameterValue.NatGatewayDnatRulePipNeedVm). */
export const dnatPolicy: DnatPolicy = {
  machinesAlone: true,
  privateOnce: false,
  sharesHighPorts: true,
};

/** A rule as it is asked for, or named. */
export function dnatRuleAsked(given: InferIn<typeof givenDnatRule>): NewDnatRule {
  const privateAddress = parseAddress(given.PrivateIpAddress);
  if (privateAddress === undefined) {
    throw dnatRuleFaults.privateMalformed({ address: given.PrivateIpAddress });
  }
  return {
    protocol: given.IpProtocol === 'UDP' ? 'udp' : 'tcp',
    publicAddress: ipOf(given.PublicIpAddress),
    publicPort: String(given.PublicPort),
    privateAddress,
    privatePort: String(given.PrivatePort),
    name: null,
    description: given.Description ?? '',
  };
}

/** A rule in the vendor's words; a range of ports goes by its first, all ports by 0. */
export function shownDnatRule(rule: DnatRule) {
  return {
    IpProtocol: rule.protocol.toUpperCase(),
    PublicIpAddress: formatAddress(rule.publicAddress),
    PublicPort: shownPort(rule.publicPort),
    PrivateIpAddress: formatAddress(rule.privateAddress),
    PrivatePort: shownPort(rule.privatePort),
    Description: rule.description,
  };
}

function shownPort(text: string): number {
  return text === 'any' ? 0 : Number.parseInt(text, 10);
}
