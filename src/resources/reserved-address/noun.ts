import { reservedAddressTable } from '#store/schema/reserved-address.ts';
import { noun } from '../noun.ts';
import { reservedAddressFaults } from './faults.ts';

/** A private address that a user keeps back. */
export const reservedAddressNoun = noun({
  name: 'reserved-address',
  tables: { reserved_addresses: reservedAddressTable },
  onReset: 'goes',
  faults: reservedAddressFaults,
  hasIds: true,
  tagged: 'reserved_addresses',
});
