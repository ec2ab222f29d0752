import { macOf } from '#kernel/ids.ts';
import type { HeldIpv6 } from '#resources/network-interface/ipv6.ts';
import type { NetworkInterface } from '#resources/network-interface/network-interface.ts';
import type { ListedInterface } from '#resources/network-interface/verbs/list-interfaces.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { id, list, time } from '#wire/builders.ts';
import { tencentId } from '../../ids.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { addressTypeOf } from '../vpc/address-types.ts';
import { qualityWord } from './interface-input.ts';

/** What the models do not tell of an interface in an answer. */
export const interfaceOverlay = {
  fields: {
    GroupSet: list(id('security-group')),
    Attachment: { nullable: true, fields: { AttachTime: time({ form: 'spaced' }) } },
  },
} as const;

const stateWords = {
  available: 'AVAILABLE',
  'in-use': 'AVAILABLE',
  attaching: 'ATTACHING',
  detaching: 'DETACHING',
} as const;

/** An interface in the vendor's words. */
export function shownInterface(listed: ListedInterface) {
  const { interface: one, groups, tags } = listed;
  const { key, state, createdAt } = one;
  return {
    NetworkInterfaceId: key,
    NetworkInterfaceName: one.name ?? '',
    NetworkInterfaceDescription: one.description ?? '',
    SubnetId: one.subnet,
    VpcId: one.vpc,
    GroupSet: groups,
    Primary: one.isPrimary,
    MacAddress: macOf(key).toUpperCase(),
    State: stateWords[state],
    NetworkInterfaceState: state === 'in-use' ? 'INUSE' : stateWords[state],
    PrivateIpAddressSet: shownAddresses(listed),
    Attachment: shownAttachment(one),
    Zone: one.zone,
    CreatedTime: createdAt,
    Ipv6AddressSet: shownIpv6(listed.ipv6),
    TagSet: shownTags(tags),
    EniType: one.isPrimary ? 1 : 0,
    Business: 'cvm',
    CdcId: '',
    AttachType: 0,
    ResourceId: '',
    QosLevel: qualityWord(one.quality),
  };
}

/** The addresses of an interface, with the public ones that are bound to them. */
export function shownAddresses({ addresses, bound }: Pick<ListedInterface, 'addresses' | 'bound'>) {
  return addresses.map(({ address, isPrimary, note, quality }) => {
    const reached = bound.get(address);
    const isElastic = reached?.kind === 'elastic';
    return {
      PrivateIpAddress: formatAddress(address),
      Primary: isPrimary,
      PublicIpAddress: reached === undefined ? '' : formatAddress(reached.address),
      AddressId: isElastic ? tencentId('elastic-address', reached.key) : '',
      Description: note ?? '',
      IsWanIpBlocked: false,
      State: 'AVAILABLE',
      QosLevel: qualityWord(quality),
    };
  });
}

/** IPv6 addresses of an interface: they reach no further than its network. */
export function shownIpv6(held: readonly HeldIpv6[]) {
  return held.map(({ address: Address, note }) => ({
    Address,
    Primary: false,
    AddressId: '',
    Description: note ?? '',
    IsWanIpBlocked: false,
    State: 'AVAILABLE',
    PublicIpAddress: '',
    AddressType: addressTypeOf(Address),
  }));
}

/** Null until it is attached. */
function shownAttachment({ state, instance, deviceIndex, account, attachedAt }: NetworkInterface) {
  if (instance === null || state === 'attaching') return null;
  return {
    DeviceIndex: deviceIndex ?? 0,
    InstanceAccountId: account,
    AttachTime: attachedAt ?? 0,
    InstanceId: instance,
  };
}
