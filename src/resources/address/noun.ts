import {
  addressRangeTable,
  advanceAddressTable,
  releasedAddressTable,
} from '#store/schema/address-range.ts';
import { publicAddressTable } from '#store/schema/public-address.ts';
import { noun } from '../noun.ts';

/** Addresses of subnets, and the public ones. */
export const addressNoun = noun({
  name: 'address',
  tables: {
    address_ranges: addressRangeTable,
    advance_addresses: advanceAddressTable,
    public_addresses: publicAddressTable,
    released_addresses: releasedAddressTable,
  },
  onReset: 'goes',
});
