import {
  addressRangeTable,
  advanceAddressTable,
  releasedAddressTable,
} from '#store/schema/address-range.ts';
import { noun } from '../noun.ts';

/** Which addresses of a subnet, or of the public block, are given out. */
export const addressNoun = noun({
  name: 'address',
  tables: {
    address_ranges: addressRangeTable,
    advance_addresses: advanceAddressTable,
    released_addresses: releasedAddressTable,
  },
  onReset: 'goes',
});
