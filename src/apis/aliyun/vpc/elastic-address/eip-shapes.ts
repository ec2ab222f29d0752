import type { AddressHolder } from '#resources/elastic-address/elastic-address.ts';
import type { ListedAddress } from '#resources/elastic-address/verbs/list-addresses.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { id, string, time } from '#wire/builders.ts';
import { instantText } from '#wire/instants.ts';
import { aliyunId, aliyunIdKinds } from '../../ids.ts';
import { shownTags } from '../vpc/vpc-shapes.ts';
import { holderTypes, internetChargeTypes } from './words.ts';

/** What the model does not say of an address. */
export const eipShown = {
  fields: {
    AllocationId: id('elastic-address'),
    AllocationTime: time({ form: 'seconds' }),
    InstanceId: string(),
    RegionId: id('region'),
    BandwidthPackageId: string(),
    VpcId: string(),
    ResourceGroupId: id('resource-group'),
  },
} as const;

/** An address in the vendor's words. */
export function shownEip({ address, internet, tags, ...bound }: ListedAddress) {
  const { holder, own, expiresAt } = address;
  const region = address.region;
  const inPackage = address.package;
  const privateAddress = holder?.kind === 'network-interface' ? holder.privateAddress : undefined;
  return {
    AllocationId: address.key,
    AllocationTime: address.createdAt,
    Bandwidth: String(internet.outMbps),
    BandwidthPackageBandwidth: '',
    BandwidthPackageId: inPackage === null ? '' : idOf('bandwidth-package', inPackage),
    BandwidthPackageType: inPackage === null ? '' : 'CommonBandwidthPackage',
    BizType: '',
    BusinessStatus: 'Normal',
    ChargeType: expiresAt === null ? 'PostPaid' : 'PrePaid',
    DeletionProtection: address.protected,
    Description: address.description ?? '',
    EipBandwidth: String(internet.outMbps),
    ExpiredTime: expiresAt === null ? '' : instantText(expiresAt, 'seconds'),
    HDMonitorStatus: own['monitorLog'] === undefined ? 'OFF' : 'ON',
    HasReservationData: 'false',
    ISP: 'BGP',
    InstanceId: holder === null ? '' : holderId(holder),
    InstanceRegionId: holder === null ? '' : (bound.instance?.region ?? region),
    InstanceType: holder === null ? '' : holderTypes[holder.kind],
    InternetChargeType: internetChargeTypes[internet.chargeType],
    IpAddress: formatAddress(address.address),
    Mode: String(own['mode'] ?? 'NAT'),
    Name: address.name ?? '',
    Netmode: 'public',
    OperationLocks: [],
    PrivateIpAddress: privateAddress === undefined ? '' : formatAddress(privateAddress),
    PublicIpAddressPoolId: '',
    RegionId: region,
    ReservationActiveTime: '',
    ReservationBandwidth: '',
    ReservationInternetChargeType: '',
    ReservationOrderType: '',
    ResourceGroupId: address.resourceGroup ?? '',
    SecondLimited: false,
    SecurityProtectionTypes: [],
    SegmentInstanceId: '',
    ServiceID: 0,
    ServiceManaged: 0,
    Status: holder === null ? 'Available' : 'InUse',
    Tags: shownTags(tags),
    VpcId: '',
    Zone: '',
  };
}

function holderId({ kind, key }: AddressHolder): string {
  return idOf(kind, key);
}

/** The id of a resource whose kind may not be known here. */
function idOf(kind: string, key: string): string {
  const known = aliyunIdKinds.find((one) => one === kind);
  return known === undefined ? key : aliyunId(known, key);
}
