import { publicAddressesOfAll } from '#resources/nat-gateway/gateway-addresses.ts';
import type { NatGateway } from '#resources/nat-gateway/nat-gateway.ts';
import { dnatRulesOf, snatRulesOf } from '#resources/nat-gateway/usage.ts';
import type { ReadScope } from '#resources/scope.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { tencentId } from '../../ids.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { shownDnatRule } from '../dnat-rule/dnat-rule-shapes.ts';
import { shownSnatRule } from '../snat-rule/snat-rule-shapes.ts';

/** What every gateway has (ConnectionStateTimeouts). */
const timeouts = {
  UDPMappingTimeout: 10,
  TCPEstablishedConnectionTimeout: 10_800,
  TCPTimeWaitTimeout: 120,
} as const;

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
      SecurityGroupSet: details.securityGroups.map((group) => tencentId('security-group', group)),
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
      ConnectionStateTimeouts: timeouts,
      ExclusiveType: '',
      AutoScaling: gateway.isStandard,
      ICMPProxy: details.answersEcho,
      PublicAddressAffinity: details.sticky,
    };
  });
}
