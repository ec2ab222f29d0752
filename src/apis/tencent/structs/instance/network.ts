import { vpcFaults } from '#resources/vpc/faults.ts';
import { subnetFaults } from '#resources/subnet/faults.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import type { InternetAccess } from '#resources/instance/instance.ts';
import type { LaunchInterfaces, LaunchNetwork } from '#resources/instance/launch-request.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id, string } from '#wire/builders.ts';
import { each, overlay } from '#wire/overlay.ts';
import { internetAccessible } from '../../cvm/models/internet-accessible.ts';
import { virtualPrivateCloud } from '../../cvm/models/virtual-private-cloud.ts';
import type { InferIn } from '#wire/infer.ts';
import { parseTencentId } from '../../ids.ts';
import { internetChargeTypes } from './words.ts';

/** VpcId and SubnetId that both say so mean the default network (seed 004 L39315-39329). */
const DEFAULT = 'DEFAULT';
/** Private addresses that one request may choose (L8708-8714). */
const ADDRESSES_MAX = 20;
/** The page leaves the bound to the instance type; this one is ours. */
const MBPS_MAX = 65_535;

/** VirtualPrivateCloud of RunInstances (struct text L39303-39361). */
export const networkAsked = overlay(virtualPrivateCloud, {
  VpcId: string({ required: true }),
  SubnetId: string({ required: true }),
  AsVpcGateway: { default: false },
  PrivateIpAddresses: { max: ADDRESSES_MAX, reasons: { count: launchFaults.tooManyAddresses } },
  Ipv6AddressCount: { default: 0, min: 0, reasons: { range: launchFaults.ipv6CountOutOfRange } },
});

/** InternetAccessible of RunInstances (struct text L37609-37667). */
export const internetAsked = overlay(internetAccessible, {
  InternetChargeType: { values: internetChargeTypes.names },
  InternetMaxBandwidthOut: {
    default: 0,
    min: 0,
    max: MBPS_MAX,
    reasons: { range: launchFaults.bandwidthOutOfRange },
  },
  BandwidthPackageId: id('bandwidth-package', {
    empty: 'absent',
    reasons: { malformed: bandwidthPackageFaults.malformed },
  }),
  ...each(['InternetServiceProvider', 'IPv4AddressType', 'IPv6AddressType', 'AntiDDoSPackageId'], {
    deprecated: true,
  }),
});

/** VirtualPrivateCloud of what puts instances elsewhere (L31379-31394). */
export const networkGiven = overlay(virtualPrivateCloud, {
  VpcId: { reasons: { malformed: vpcFaults.malformed } },
  SubnetId: { reasons: { malformed: subnetFaults.malformed } },
  PrivateIpAddresses: { max: 100, reasons: { count: launchFaults.tooManyAddresses } },
  Ipv6AddressCount: { default: 0, min: 0, reasons: { range: launchFaults.ipv6CountOutOfRange } },
});

/** Where instances are to be put, with one address for each, or none. */
export function placeOf(asked: InferIn<typeof networkGiven>, count: number) {
  if (asked.Ipv6AddressCount > 0) throw launchFaults.ipv6NotHere();
  const addresses = addressesOf(asked.PrivateIpAddresses ?? [], count);
  const { VpcId: vpc, SubnetId: subnet, AsVpcGateway: is } = asked;
  return { vpc, subnet, addresses, own: is === undefined ? {} : { AsVpcGateway: is } };
}

type NetworkAsked = InferIn<typeof networkAsked>;
type InternetAsked = InferIn<typeof internetAsked>;

/** Where the instances are put; by default in the default network of their zone. */
export function networkOf(asked: NetworkAsked | undefined, count: number): LaunchNetwork {
  if (asked === undefined) return { vpc: null, subnet: null, addresses: [] };
  const addresses = addressesOf(asked.PrivateIpAddresses ?? [], count);
  const { VpcId, SubnetId } = asked;
  if (VpcId === DEFAULT && SubnetId === DEFAULT) return { vpc: null, subnet: null, addresses };
  return { vpc: keyOf('vpc', VpcId), subnet: keyOf('subnet', SubnetId), addresses };
}

/** Ipv6AddressCount of the primary interface of each instance. */
export function launchInterfacesOf(asked: NetworkAsked | undefined): LaunchInterfaces | undefined {
  const count = asked?.Ipv6AddressCount ?? 0;
  return count === 0 ? undefined : { others: [], addressCount: 0, ipv6: { addresses: [], count } };
}

function keyOf(kind: 'vpc' | 'subnet', text: string): string {
  const parsed = parseTencentId(kind, text);
  if (parsed !== 'malformed') return parsed.key;
  const [malformed, name] =
    kind === 'vpc'
      ? ([vpcFaults.malformed, 'VpcId'] as const)
      : ([subnetFaults.malformed, 'SubnetId'] as const);
  const message = `\`${text.slice(0, 64)}\` is no ${name}; ${DEFAULT} has to be given for both.`;
  throw malformed({ message });
}

/** One address for each instance, in their order, or none. */
export function addressesOf(texts: readonly string[], count: number): readonly number[] {
  if (texts.length === 0) return [];
  const addresses = texts.map((text) => {
    const address = parseAddress(text);
    if (address !== undefined) return address;
    const message = `\`${text.slice(0, 64)}\` is no IPv4 address.`;
    throw launchFaults.addressMalformed({ message });
  });
  if (new Set(addresses).size < addresses.length) throw launchFaults.addressTwice();
  if (addresses.length === count) return addresses;
  throw launchFaults.addressesMiscounted();
}

/** How the instances reach the internet. Without being told they are charged as the instance is. */
export function internetOf(
  asked: InternetAsked | undefined,
  isPrepaid: boolean,
): { readonly internet: InternetAccess; readonly publicAddress: boolean } {
  const outMbps = asked?.InternetMaxBandwidthOut ?? 0;
  const publicAddress = asked?.PublicIpAssigned ?? outMbps > 0;
  if (publicAddress && outMbps === 0) throw launchFaults.addressWithoutBandwidth();
  const fallback = isPrepaid ? 'bandwidth-prepaid' : 'bandwidth-hourly';
  const shared = packageOf(asked);
  const name = asked?.InternetChargeType;
  const ofType = name === undefined ? fallback : internetChargeTypes.neutral(name);
  const chargeType = shared === null ? ofType : 'bandwidth-package';
  return { internet: { chargeType, outMbps, inMbps: outMbps, package: shared }, publicAddress };
}

/** The package that is named; one is needed where it pays. */
function packageOf(asked: InternetAsked | undefined): string | null {
  const { InternetChargeType: type, BandwidthPackageId: named } = asked ?? {};
  if (named !== undefined && type !== 'BANDWIDTH_PACKAGE' && type !== undefined) {
    const message = `A BandwidthPackageId goes with BANDWIDTH_PACKAGE, not with ${type}.`;
    throw bandwidthPackageFaults.notForCharge({ message });
  }
  if (named !== undefined) return named;
  if (type !== 'BANDWIDTH_PACKAGE') return null;
  const message = 'BANDWIDTH_PACKAGE needs a BandwidthPackageId.';
  throw bandwidthPackageFaults.notFound({ message });
}
