import { elasticAddressTable } from '#store/schema/elastic-address.ts';
import { noun } from '../noun.ts';
import { elasticAddressFaults } from './faults.ts';

/** A public address of an account: an elastic one, or the ordinary one of an instance. */
export const elasticAddressNoun = noun({
  name: 'elastic-address',
  tables: { elastic_addresses: elasticAddressTable },
  onReset: 'goes',
  faults: elasticAddressFaults,
  hasIds: true,
  tagged: 'elastic_addresses',
  // Seed 004 L48310: 20 in a region, and an ordinary one given anew ten times a day.
  limits: { elasticAddressesPerRegionMax: 20, ordinaryAddressesPerDayMax: 10 },
  limitsBy: { elasticAddressesPerRegionMax: ['region'], ordinaryAddressesPerDayMax: ['region'] },
});
