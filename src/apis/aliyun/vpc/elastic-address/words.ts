import type { AddressInternet, HolderKind } from '#resources/elastic-address/elastic-address.ts';
import type { BandwidthLimits } from '#resources/elastic-address/verbs/change-bandwidth.ts';

/**
 * InternetChargeType of an address:
 * https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-allocateeipaddress
 */
export const internetChargeTypes: Readonly<
  Record<AddressInternet['chargeType'], 'PayByTraffic' | 'PayByBandwidth'>
> = {
  traffic: 'PayByTraffic',
  'bandwidth-hourly': 'PayByBandwidth',
  'bandwidth-prepaid': 'PayByBandwidth',
  'bandwidth-package': 'PayByBandwidth',
};

/** The most of each, in Mbps (AllocateEipAddress, Bandwidth). */
export const outMbpsMax: BandwidthLimits = {
  traffic: 200,
  'bandwidth-hourly': 500,
  'bandwidth-prepaid': 1000,
  'bandwidth-package': 1000,
};

/** InstanceType of what an address is bound to. */
export const holderTypes: Readonly<Record<HolderKind, string>> = {
  instance: 'EcsInstance',
  'network-interface': 'NetworkInterface',
  'nat-gateway': 'Nat',
  'ha-vip': 'HaVip',
};
