import { snatRuleFaults } from '#resources/nat-gateway/snat-faults.ts';
import type { SnatSource } from '#resources/nat-gateway/rules.ts';
import type { NewSnatRule } from '#resources/nat-gateway/verbs/create-snat-rules.ts';
import type { ListedSnatRule } from '#resources/nat-gateway/verbs/list-rules.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { string } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { parseTencentId, tencentId, type TencentIdKind } from '../../ids.ts';
import { sourceIpTranslationNatRule } from '../models/source-ip-translation-nat-rule.ts';
import { ipOf, publicIps } from '../nat-gateway/given.ts';

/** What no input sets. */
const told = { deprecated: true } as const;

/** A rule as inputs have it: which fields an action needs, its reader says. */
export const givenSnatRule = overlay(sourceIpTranslationNatRule, {
  ResourceId: string({ max: 64, required: false }),
  ResourceType: { required: false, values: ['SUBNET', 'NETWORKINTERFACE', 'USERDEFINED'] },
  PrivateIpAddress: string({ max: 64, required: false }),
  PublicIpAddresses: { ...publicIps, required: false },
  Description: string({
    max: 255,
    required: false,
    reasons: { length: snatRuleFaults.descriptionTooLong },
  }),
  NatGatewayId: told,
  VpcId: told,
  CreatedTime: string(told),
});

type GivenSnatRule = InferIn<typeof givenSnatRule>;

/** What a new rule asks for. */
export function snatRuleAsked(given: GivenSnatRule): NewSnatRule {
  return {
    source: sourceAsked(given),
    addresses: (given.PublicIpAddresses ?? []).map(ipOf),
    name: null,
    description: given.Description ?? '',
    sticky: true,
  };
}

/** NETWORKINTERFACE is for an instance or for one of its interfaces, whichever is named. */
function sourceAsked({ ResourceType: type, ResourceId: id = '', PrivateIpAddress }: GivenSnatRule) {
  const cidr = PrivateIpAddress === '' ? undefined : PrivateIpAddress;
  if (type === 'USERDEFINED') return { kind: 'block', key: '', cidr } as const;
  if (type === undefined || id === '') throw snatRuleFaults.sourceMissing();
  if (type === 'SUBNET') {
    const key = keyOf('subnet', id);
    if (key === undefined) throw subnetFaults.malformed();
    return { kind: 'subnet', key, cidr } as const;
  }
  for (const kind of ['instance', 'network-interface'] as const) {
    const key = keyOf(kind, id);
    if (key !== undefined) return { kind, key, cidr };
  }
  throw networkInterfaceFaults.malformed();
}

function keyOf(kind: TencentIdKind, id: string): string | undefined {
  const parsed = parseTencentId(kind, id);
  return parsed === 'malformed' ? undefined : parsed.key;
}

/** The key behind the id of a source of any kind; of another text a key that none has. */
export function sourceKeyOf(id: string): string {
  const kinds = ['subnet', 'instance', 'network-interface'] as const;
  return kinds.map((kind) => keyOf(kind, id)).find((key) => key !== undefined) ?? '?';
}

const types: Readonly<Record<SnatSource['kind'], string>> = {
  subnet: 'SUBNET',
  instance: 'NETWORKINTERFACE',
  'network-interface': 'NETWORKINTERFACE',
  block: 'USERDEFINED',
};

/** A rule in the vendor's words. */
export function shownSnatRule({ source, ...rule }: ListedSnatRule, vpc: string) {
  return {
    ResourceId: source.kind === 'block' ? '' : tencentId(source.kind, source.key),
    ResourceType: types[source.kind],
    PrivateIpAddress: source.cidr,
    PublicIpAddresses: rule.publicAddresses.map(formatAddress),
    Description: rule.description,
    NatGatewaySnatId: rule.key,
    NatGatewayId: rule.gateway,
    VpcId: vpc,
    CreatedTime: rule.createdAt,
  };
}
