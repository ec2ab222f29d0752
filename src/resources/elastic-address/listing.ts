import type { ElasticAddressRow } from '#store/schema/elastic-address.ts';
import { listing } from '../listing/listing.ts';
import { contains, given, isOneOf, nothing, within } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { AddressQuery } from './query.ts';

/** How addresses are listed (D6): an account has few of them, so most narrowings are a scan. */
export const addressListing = listing<AddressQuery, ElasticAddressRow>('elastic_addresses', {
  keys: within('key', 'few'),
  addresses: within('address', 'few'),
  kinds: within('kind'),
  names: within('name', 'scan'),
  namePart: contains('name'),
  holderKinds: within('holder_kind', 'scan'),
  bound: given('holder'),
  holders: within('holder', 'few'),
  instances: {
    by: 'few',
    condition: (eb, keys) =>
      eb.and([isOneOf(eb, 'holder', keys), eb('holder_kind', '=', 'instance')]),
  },
  interfaces: {
    by: 'few',
    // The primary interface of an instance has the key of that.
    condition: (eb, keys) =>
      eb.and([
        isOneOf(eb, 'holder', keys),
        isOneOf(eb, 'holder_kind', ['instance', 'network-interface']),
      ]),
  },
  privateAddresses: {
    by: 'few',
    condition: (eb, addresses, account) =>
      eb.or([
        isOneOf(eb, 'private_ip', addresses),
        eb.and([
          eb('holder_kind', '=', 'instance'),
          eb(
            'holder',
            'in',
            eb
              .selectFrom('instances')
              .select('key')
              .where('account', '=', account)
              .where((inner) => isOneOf(inner, 'private_ip', addresses)),
          ),
        ]),
      ]),
  },
  packages: within('bandwidth_package', 'few'),
  chargeTypes: within('internet_charge_type', 'scan'),
  paidInAdvance: given('expires_at'),
  resourceGroups: within('resource_group', 'scan'),
  createdFrom: { by: 'scan', condition: (eb, time) => eb('created_at', '>=', time) },
  createdTo: { by: 'scan', condition: (eb, time) => eb('created_at', '<=', time) },
  tags: taggedWith('elastic-address'),
  nothing,
});
