import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { publicAddressesOfAll } from '#resources/nat-gateway/gateway-addresses.ts';
import type { NatGateway, NatGatewayDetails } from '#resources/nat-gateway/nat-gateway.ts';
import { usesOfAddresses } from '#resources/nat-gateway/usage.ts';
import type { ReadScope } from '#resources/scope.ts';
import { formatAddress, parseAddress } from '#resources/subnet/cidr.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { vendorZoneName } from '#catalogue/places.ts';
import { string } from '#wire/builders.ts';
import { aliyunId } from '../../ids.ts';

/** The sizes of a gateway that is paid for one (Spec). */
export const sizes = ['Small', 'Middle', 'Large', 'XLarge.1'] as const;
const sizeWords = { small: 'Small', medium: 'Middle', large: 'Large', xlarge: 'XLarge.1' } as const;

/** The size that a word names; null without one. */
export function sizeNamed(word: string | undefined): NatGatewayDetails['size'] {
  const found = Object.entries(sizeWords).find(([, name]) => name === word);
  return found === undefined ? null : (found[0] as NatGatewayDetails['size']);
}

/** The name of a size; "" where there is none. */
export function shownSize({ size }: NatGatewayDetails): string {
  return size === null ? '' : sizeWords[size];
}

/** A name: 2 to 128 characters, of which the first is a letter. */
export const givenName = string({
  pattern: /^[A-Za-z\u4e00-\u9fff][^]{1,127}$/,
  max: 128,
  reasons: natGatewayFaults.nameMalformed,
});

/** The number of an address. @throws nat-gateway.addressMalformed */
export function ipOf(text: string): number {
  const address = parseAddress(text);
  if (address === undefined) throw natGatewayFaults.addressMalformed({ address: text });
  return address;
}

/** What passes a gateway at the most, as its page has it. */
const most = { MaxBandwidth: 5120, MaxSessionEstablishRate: 100_000, MaxSessionQuota: 2_000_000 };

/** Where a gateway is in its network; one that was made in no vSwitch has no address of its own. */
export function shownPrivate({ zone, subnet, privateAddress }: NatGateway) {
  return {
    EniInstanceId: '',
    IzNo: vendorZoneName('aliyun', zone) ?? '',
    MaxBandwidth: most.MaxBandwidth,
    PrivateIpAddress: privateAddress === null ? '' : formatAddress(privateAddress),
    subnet,
  };
}

/** The public addresses of gateways with what uses them, by gateway. */
export async function shownAddresses(scope: ReadScope, gateways: readonly string[]) {
  const addresses = await publicAddressesOfAll(scope, gateways);
  const keys = [...addresses.values()].flat().map(({ key }) => key);
  const uses = await usesOfAddresses(scope.db, keys);
  const words = { snat: 'UsedBySnatTable', dnat: 'UsedByForwardTable' } as const;
  return new Map(
    [...addresses].map(([gateway, its]) => [
      gateway,
      its.map(({ key, address }) => {
        const use = uses.get(key);
        return {
          AllocationId: key,
          IpAddress: formatAddress(address),
          UsingStatus: use === undefined ? 'Idle' : words[use],
        };
      }),
    ]),
  );
}

/** One without a vSwitch is of the kind that has none; it is of another vendor's making. */
export function natTypeOf({ subnet }: NatGateway): string {
  return subnet === null ? 'Normal' : 'Enhanced';
}

/** NAT gateways as DescribeNatGateways shows them. */
export async function showNatGateways(scope: ReadScope, gateways: readonly NatGateway[]) {
  const keys = gateways.map(({ key }) => key);
  const tags = await tagsOf(scope.db, 'nat-gateway', keys);
  const addresses = await shownAddresses(scope, keys);
  return gateways.map((gateway) => {
    const { key, details } = gateway;
    const { subnet, ...place } = shownPrivate(gateway);
    return {
      AccessMode: { ModeValue: '', TunnelType: '' },
      AutoPay: false,
      AvailabilityMode: '',
      BusinessStatus: 'Normal',
      CreationTime: gateway.createdAt,
      DeletionProtection: gateway.isProtected,
      Description: gateway.description,
      EcsMetricEnabled: false,
      EipBindMode: details.bindsSingly ? 'NAT' : 'MULTI_BINDED',
      EnableSessionLog: 'false',
      ExpiredTime: '',
      ForwardTableIds: [key],
      FullNatTableIds: [],
      IcmpReplyEnabled: details.answersEcho,
      InstanceChargeType: 'PostPaid',
      InternetChargeType: details.size === null ? 'PayByLcu' : 'PayBySpec',
      IpLists: (addresses.get(key) ?? []).map((one) => ({
        ...one,
        PrivateIpAddress: '',
        SnatEntryEnabled: one.UsingStatus !== 'UsedByForwardTable',
      })),
      IpPrefixList: [],
      Name: gateway.name ?? aliyunId('nat-gateway', key),
      NatGatewayId: key,
      NatGatewayPrivateInfo: { ...place, ...most, EniType: 'Secondary', VswitchId: subnet ?? '' },
      NatType: natTypeOf(gateway),
      NetworkType: 'internet',
      PrivateLinkEnabled: false,
      PrivateLinkMode: '',
      RegionId: gateway.region,
      ResourceGroupId: '',
      SecurityProtectionEnabled: false,
      SnatTableIds: [key],
      Spec: shownSize(details),
      Status: 'Available',
      Tags: (tags.get(key) ?? []).map(({ name, value }) => ({ TagKey: name, TagValue: value })),
      VpcId: gateway.vpc,
    };
  });
}
