import type { AddressUser, UsedAddress } from '#resources/address/used.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { tencentId } from '../../ids.ts';
import { refusedValue } from '../../structs/filters.ts';

/** ResourceType of what has an address; the pages show CVM alone (docs/differences.md). */
export const addressUserTypes = {
  instance: 'CVM',
  'network-interface': 'ENI',
  'ha-vip': 'HAVIP',
  'nat-gateway': 'NAT',
  'reserved-address': 'RSVIP',
} as const satisfies Readonly<Record<AddressUser, string>>;

/** The kind and the id of what has an address. */
export function shownUser({ kind, key }: UsedAddress) {
  return { ResourceType: addressUserTypes[kind], ResourceId: tencentId(kind, key) };
}

/** @throws Fault where the text is no IPv4 address */
export function addressAsked(text: string): number {
  const address = parseAddress(text);
  if (address !== undefined) return address;
  throw refusedValue(listingFaults.valueMalformed, text, 'an IPv4 address');
}
