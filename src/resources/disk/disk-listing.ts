import type { Expression, SqlBool } from 'kysely';
import type { DiskRow } from '#store/schema/disk.ts';
import { listing } from '../listing/listing.ts';
import { equal, isOneOf, nothing, outside, within } from '../listing/narrowings.ts';
import type { Narrowing, Where } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { DiskQuery } from './disk-query.ts';

/**
 * The instance has one of the values: each disk of the region is looked at, with its instance,
 * since most instances may have it.
 */
function ofInstance(column: string): Narrowing<Values> {
  return {
    by: 'scan',
    condition: (eb, values) =>
      eb.exists(
        eb
          .selectFrom('instances')
          .select('instances.key')
          .whereRef('instances.key', '=', 'disks.instance')
          .where((inner) => isOneOf(inner, column, values)),
      ),
  };
}

type Values = ReadonlyArray<string | number | null>;

/** The disks of few instances, which an index of the instances tells. */
function ofFew(
  condition: (eb: Where, values: Values) => Expression<SqlBool>,
): Narrowing<ReadonlyArray<string | number>> {
  return {
    by: 'index',
    condition: (eb, values, account) =>
      eb(
        'instance',
        'in',
        eb
          .selectFrom('instances')
          .select('key')
          .where('account', '=', account)
          .where((inner) => condition(inner, values)),
      ),
  };
}

const holdsPublic = (eb: Where, values: Values) =>
  eb(
    'key',
    'in',
    eb
      .selectFrom('public_addresses')
      .select('holder')
      .where('holder_kind', '=', 'instance')
      .where((inner) => isOneOf(inner, 'address', values)),
  );

/** How disks are listed (D6). */
export const diskListing = listing<DiskQuery, DiskRow>('disks', {
  keys: within('key', 'few'),
  zones: within('zone', 'scan'),
  instances: within('instance', 'few'),
  roles: within('role', 'scan'),
  categories: within('category', 'scan'),
  notCategories: outside('category'),
  names: within('name', 'scan'),
  deleteWithInstance: equal('delete_with_instance', 'scan'),
  encrypted: equal('encrypted', 'scan'),
  tags: taggedWith('disk'),
  createdFrom: { by: 'scan', condition: (eb, time) => eb('created_at', '>=', time) },
  createdTo: { by: 'scan', condition: (eb, time) => eb('created_at', '<=', time) },
  instanceStates: ofInstance('state'),
  instanceIsolatedBy: ofInstance('isolated_by'),
  instanceNames: ofFew((eb, names) => isOneOf(eb, 'name', names)),
  instanceChargeTypes: ofInstance('charge_type'),
  instanceProjects: ofInstance('project'),
  instanceResourceGroups: ofInstance('resource_group'),
  instanceAddresses: ofFew((eb, addresses) =>
    eb.or([isOneOf(eb, 'private_ip', addresses), holdsPublic(eb, addresses)]),
  ),
  nothing,
});
