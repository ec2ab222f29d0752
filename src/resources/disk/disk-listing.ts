import type { Expression, SqlBool } from 'kysely';
import type { DiskRow } from '#store/schema/disk.ts';
import { listing } from '../listing/listing.ts';
import type { SortedBy } from '../listing/sorted-rows.ts';
import { equal, isOneOf, nothing, outside, within } from '../listing/narrowings.ts';
import type { Narrowing, Where } from '../listing/narrowings.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { DiskQuery } from './disk-query.ts';
import type { DiskState } from './states.ts';

function instanceWith(eb: Where, column: string, values: Values): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('instances')
      .select('instances.key')
      .whereRef('instances.key', '=', 'disks.instance')
      .where((inner) => isOneOf(inner, column, values)),
  );
}

/**
 * The instance has one of the values: each disk of the region is looked at, with its instance,
 * since most instances may have it.
 */
function ofInstance(column: string): Narrowing<Values> {
  return { by: 'scan', condition: (eb, values) => instanceWith(eb, column, values) };
}

/** The disk has one of the values, or has none of its own and its instance has. */
function ownOrInstances(column: 'charge_type' | 'project'): Narrowing<Values> {
  return {
    by: 'scan',
    condition: (eb, values) =>
      eb.or([
        isOneOf(eb, column, values),
        eb.and([eb(column, 'is', null), instanceWith(eb, column, values)]),
      ]),
  };
}

/** As `shownDiskState` says. */
function shownAs(eb: Where, state: DiskState): Expression<SqlBool> {
  const creating = instanceWith(eb, 'state', ['creating']);
  const inBin = eb.and([eb('portable', '=', 0), instanceWith(eb, 'state', ['recycled'])]);
  const inUse = eb('state', '=', 'in-use');
  switch (state) {
    case 'in-use':
      return eb.and([inUse, eb.not(creating), eb.not(inBin)]);
    case 'attaching':
      return eb.or([eb('state', '=', state), eb.and([inUse, creating])]);
    case 'recycled':
      return eb.or([eb('state', '=', state), eb.and([inUse, inBin])]);
    default:
      return eb('state', '=', state);
  }
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
      .selectFrom('elastic_addresses')
      .select('holder')
      .where('holder_kind', '=', 'instance')
      .where((inner) => isOneOf(inner, 'address', values)),
  );

/** When the time that was paid for is over: its own, or that of the instance it came with. */
export const diskDeadline: SortedBy = (eb) =>
  eb.fn.coalesce(
    'disks.expires_at',
    eb
      .selectFrom('instances')
      .select('instances.expires_at')
      .whereRef('instances.key', '=', 'disks.instance')
      .where('disks.charge_type', 'is', null),
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
  states: { by: 'scan', condition: (eb, states) => eb.or(states.map((one) => shownAs(eb, one))) },
  notStates: outside('state'),
  portable: equal('portable', 'scan'),
  snapshots: within('snapshot', 'few'),
  autoSnapshot: equal('auto_snapshot', 'scan'),
  deleteAutoSnapshot: equal('delete_auto_snapshot', 'scan'),
  attached: {
    by: 'scan',
    condition: (eb, is) => eb('instance', is ? 'is not' : 'is', null),
  },
  createdTo: { by: 'scan', condition: (eb, time) => eb('created_at', '<=', time) },
  policies: {
    by: 'index',
    condition: (eb, policies) =>
      eb(
        'key',
        'in',
        eb
          .selectFrom('auto_snapshot_policy_disks')
          .select('disk')
          .where((inner) => isOneOf(inner, 'policy', policies)),
      ),
  },
  hasPolicy: {
    by: 'scan',
    condition: (eb, is) => {
      const bound = eb.selectFrom('auto_snapshot_policy_disks').select('disk');
      return eb('key', is ? 'in' : 'not in', bound);
    },
  },
  instanceIsolatedBy: ofInstance('isolated_by'),
  instanceNames: ofFew((eb, names) => isOneOf(eb, 'name', names)),
  chargeTypes: ownOrInstances('charge_type'),
  projects: ownOrInstances('project'),
  resourceGroups: {
    by: 'scan',
    condition: (eb, values) =>
      eb.or([
        eb.and([eb('charge_type', 'is not', null), isOneOf(eb, 'resource_group', values)]),
        eb.and([eb('charge_type', 'is', null), instanceWith(eb, 'resource_group', values)]),
      ]),
  },
  instanceAddresses: ofFew((eb, addresses) =>
    eb.or([isOneOf(eb, 'private_ip', addresses), holdsPublic(eb, addresses)]),
  ),
  nothing,
});
