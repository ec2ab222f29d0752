import { publicAddressesOfAll } from '#resources/nat-gateway/gateway-addresses.ts';
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import type { NatGateway } from '#resources/nat-gateway/nat-gateway.ts';
import { dnatRulesOf, snatRulesOf } from '#resources/nat-gateway/usage.ts';
import type { ReadScope } from '#resources/scope.ts';
import { formatAddress, parseAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { list, string } from '#wire/builders.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { shownDnatRule } from '../dnat-rule/dnat-rule-shapes.ts';
import { vpcId } from '../listing.ts';
import { shownSnatRule } from '../snat-rule/snat-rule-shapes.ts';

const ADDRESSES_MAX = 100;
const IP_CHARACTERS_MAX = 64;

/** NatGatewayId of an action on one. */
export const natGatewayId = { ...vpcId('nat-gateway'), required: true } as const;

/** A name: up to 60 characters. */
export const natGatewayName = {
  max: 60,
  reasons: { length: natGatewayFaults.nameTooLong, empty: natGatewayFaults.nameMalformed },
} as const;

/** Elastic addresses by what they are. */
export const publicIps = list(string({ max: IP_CHARACTERS_MAX }), {
  max: ADDRESSES_MAX,
  reasons: { count: natGatewayFaults.tooManyAddresses },
});

/** The bandwidth of an elastic address; the highest of accounts that pay by traffic is 100 Mbps. */
export const addressMbps = {
  min: 1,
  max: 100,
  reasons: { range: natGatewayFaults.bandwidthTooHigh },
} as const;

/** How many addresses are to be made with a gateway. */
export const addressCount = {
  min: 0,
  max: ADDRESSES_MAX,
  reasons: { range: natGatewayFaults.tooManyAddresses },
} as const;

/** The number of an address. @throws nat-gateway.addressMalformed */
export function ipOf(text: string): number {
  const address = parseAddress(text);
  if (address === undefined) throw natGatewayFaults.addressMalformed({ address: text });
  return address;
}

/** The addresses that a gateway is to have. @throws nat-gateway.addressMissing for none at all */
export function addressesWanted(asked: {
  readonly AddressCount?: number | undefined;
  readonly PublicIpAddresses?: readonly string[] | undefined;
  readonly PublicIpAddressesBandwidthOut?: number | undefined;
  readonly StockPublicIpAddressesBandwidthOut?: number | undefined;
}) {
  const { AddressCount: newCount = 0, PublicIpAddresses: texts = [] } = asked;
  if (newCount === 0 && texts.length === 0) throw natGatewayFaults.addressMissing();
  return {
    newCount,
    newOutMbps: asked.PublicIpAddressesBandwidthOut ?? addressMbps.max,
    present: texts.map(ipOf),
    presentOutMbps: asked.StockPublicIpAddressesBandwidthOut,
  };
}

/** NAT gateways in the vendor's words. */
export async function showNatGateways(scope: ReadScope, gateways: readonly NatGateway[]) {
  const keys = gateways.map(({ key }) => key);
  const tags = await tagsOf(scope.db, 'nat-gateway', keys);
  const addresses = await publicAddressesOfAll(scope, keys);
  const leaving = await snatRulesOf(scope.db, keys);
  const arriving = await dnatRulesOf(scope.db, keys);
  return gateways.map(({ details, ...gateway }) => {
    const { key } = gateway;
    const its = addresses.get(key) ?? [];
    const numbers = new Map(its.map((one) => [one.key as string, one.address]));
    return {
      NatGatewayId: key,
      NatGatewayName: gateway.name ?? '',
      CreatedTime: gateway.createdAt,
      State: 'AVAILABLE',
      InternetMaxBandwidthOut: gateway.outMbps,
      MaxConcurrentConnection: gateway.connectionsMax,
      PublicIpAddressSet: its.map((one) => ({
        AddressId: one.key,
        PublicIpAddress: formatAddress(one.address),
        IsBlocked: false,
        BlockType: 'NORMAL',
      })),
      NetworkState: 'AVAILABLE',
      DestinationIpPortTranslationNatRuleSet: (arriving.get(key) ?? []).map(shownDnatRule),
      VpcId: gateway.vpc,
      Zone: gateway.zone,
      DirectConnectGatewayIds: [],
      SubnetId: gateway.subnet ?? '',
      TagSet: shownTags(tags.get(key)),
      SecurityGroupSet: details.securityGroups,
      SourceIpTranslationNatRuleSet: (leaving.get(key) ?? []).map((rule) => {
        const publicAddresses = rule.addresses.flatMap((one) => numbers.get(one) ?? []);
        return shownSnatRule({ ...rule, publicAddresses }, gateway.vpc);
      }),
      IsExclusive: false,
      ExclusiveGatewayBandwidth: 0,
      RestrictState: 'NORMAL',
      NatProductVersion: gateway.isStandard ? 2 : 1,
      StrictSnatMode: false,
      SmartScheduleMode: false,
      DedicatedClusterId: '',
      DeletionProtectionEnabled: gateway.isProtected,
      ConnectionStateTimeouts: null,
      ExclusiveType: '',
      AutoScaling: gateway.isStandard,
      ICMPProxy: details.answersEcho,
      PublicAddressAffinity: details.sticky,
    };
  });
}
