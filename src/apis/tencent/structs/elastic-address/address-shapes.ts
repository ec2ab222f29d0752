import type { AddressHolder, ElasticAddress } from '#resources/elastic-address/elastic-address.ts';
import type { ListedAddress } from '#resources/elastic-address/verbs/list-addresses.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { id, string, time } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { tencentId, tencentIdKinds } from '../../ids.ts';
import { shownTags } from '../tag/tags.ts';
import { address as model } from '../../vpc/models/address.ts';
import { addressChargeTypes, renewFlags } from './words.ts';

/** Address, with what of it may be null. */
export const addressShown = overlay(model, {
  AddressId: id('elastic-address'),
  InstanceId: string({ nullable: true }),
  CreatedTime: time({ form: 'seconds' }),
  NetworkInterfaceId: id('network-interface', { nullable: true }),
  PrivateAddressIp: string({ nullable: true }),
  DeadlineDate: time({ form: 'seconds', nullable: true }),
  InstanceType: string({ nullable: true }),
  Egress: string({ nullable: true }),
  BandwidthPackageId: id('bandwidth-package', { nullable: true }),
});

/** InstanceType by what an address is bound to. */
const holderTypes = {
  instance: 'CVM',
  'network-interface': 'ENI',
  'nat-gateway': 'NAT',
  'ha-vip': 'HAVIP',
} as const;

/** An address in the vendor's words. */
export function shownAddress({ address, instance, internet, tags, ...bound }: ListedAddress) {
  const { holder, prepaid, expiresAt, own } = address;
  return {
    AddressId: address.key,
    AddressName: address.name ?? '',
    AddressStatus: statusOf(address),
    AddressIp: formatAddress(address.address),
    ...placeOf(address, {
      primaryAddress: instance?.privateAddress ?? null,
      attachedTo: bound.interface?.instance ?? null,
    }),
    CreatedTime: address.createdAt,
    IsArrears: false,
    IsBlocked: false,
    IsEipDirectConnection: own['direct'] === true,
    AddressType: address.kind === 'ordinary' ? 'WanIP' : 'EIP',
    CascadeRelease: false,
    EipAlgType: { Ftp: false, Sip: false },
    InternetServiceProvider: 'BGP',
    LocalBgp: false,
    Bandwidth: internet.outMbps,
    InternetChargeType: addressChargeTypes.words[internet.chargeType],
    TagSet: shownTags(tags),
    DeadlineDate: expiresAt,
    InstanceType: holder === null ? null : holderTypes[holder.kind],
    Egress: null,
    AntiDDoSPackageId: '',
    RenewFlag: prepaid === null ? '' : renewFlags.words[prepaid.renewal],
    BandwidthPackageId: address.package,
    UnVpcId: '',
    DedicatedClusterId: '',
  };
}

/** AddressStatus: BIND_ENI is of an interface, whether an instance has it or not. */
export function statusOf({ holder }: Pick<ElasticAddress, 'holder'>): string {
  if (holder === null) return 'UNBIND';
  return holder.kind === 'network-interface' ? 'BIND_ENI' : 'BIND';
}

interface Bound {
  readonly primaryAddress: number | null;
  /** The instance that its interface is attached to. */
  readonly attachedTo: string | null;
}

/** What it is bound to: an instance by its primary interface, which has the key of that. */
function placeOf({ holder }: ElasticAddress, { primaryAddress, attachedTo }: Bound) {
  const [InstanceId, NetworkInterfaceId] = [null, null];
  if (holder === null) return { InstanceId, NetworkInterfaceId, PrivateAddressIp: null };
  switch (holder.kind) {
    case 'instance':
      return {
        InstanceId: tencentId('instance', holder.key),
        NetworkInterfaceId: holder.key as string,
        PrivateAddressIp: primaryAddress === null ? null : formatAddress(primaryAddress),
      };
    case 'network-interface':
      return {
        InstanceId: attachedTo === null ? null : tencentId('instance', attachedTo),
        NetworkInterfaceId: holder.key as string,
        PrivateAddressIp: formatAddress(holder.privateAddress),
      };
    default:
      return {
        InstanceId: gatewayId(holder),
        NetworkInterfaceId,
        PrivateAddressIp: null,
      };
  }
}

/** The id of what is no instance and no interface. */
function gatewayId({ kind, key }: AddressHolder): string {
  const known = tencentIdKinds.find((one) => one === (kind as string));
  return known === undefined ? key : tencentId(known, key);
}
