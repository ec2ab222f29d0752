// https://cloud.tencent.com/document/api/362/15647 and models/tencent/cbs.json DescribeSnapshots.
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import type { SnapshotState } from '#resources/snapshot/snapshot.ts';
import { listSnapshots } from '#resources/snapshot/verbs/list-snapshots.ts';
import { time } from '#wire/builders.ts';
import {
  asks,
  asksWhether,
  type Filter,
  idOf,
  listFilters,
  projectOf,
} from '../../structs/filters.ts';
import { idsOrFilters, keysNamed, pageFields, pageOf } from '../../structs/listing.ts';
import { zoneOf } from '../../structs/region/zones.ts';

import * as model from '../models/describe-snapshots.ts';
import { diskUsage } from './disk-usage.ts';
import { shownSnapshots, stateWords } from './render-snapshot.ts';
import { snapshotIdsAsked } from './snapshot-fields.ts';

const shownStates = Object.keys(stateWords) as ReadonlyArray<keyof typeof stateWords>;

const state: Filter<{ readonly states?: readonly SnapshotState[] }> = {
  // A copy is checked while it is made, and nothing waits in a bin.
  values: [...Object.values(stateWords), 'CHECKING_COPIED', 'TORECYCLE'],
  narrow: (values) => ({ states: shownStates.filter((one) => values.includes(stateWords[one])) }),
};

const SHARED = 'SHARED_SNAPSHOT';
const PRIVATE = 'PRIVATE_SNAPSHOT';

const filters = listFilters(
  {
    'snapshot-id': asks('keys', idOf('snapshot', snapshotFaults.malformed)),
    'snapshot-name': asks('names'),
    'snapshot-state': state,
    'disk-usage': diskUsage,
    'project-id': asks('projects', projectOf),
    'disk-id': asks('disks', idOf('disk', diskFaults.malformed)),
    'snapshot-type': { ...asks('types'), values: [SHARED, PRIVATE] },
    encrypt: asksWhether('encrypted'),
    // Of the sample of the page, which its text does not have.
    zone: asks('zones', zoneOf),
  },
  {
    max: 10,
    valuesMax: 100,
    tags: { filters: ['tag-key', 'tag-value'], keyOf: String },
    reasons: {
      unknown: listingFaults.filterUnknown,
      count: listingFaults.tooManyFilters,
      value: listingFaults.valueMalformed,
    },
  },
);

/** Snapshots by their ids, or by filters: the account's own, or those shared with it. */
export const describeSnapshots = action.read({
  model,
  input: {
    SnapshotIds: snapshotIdsAsked,
    Filters: filters.shape,
    ...pageFields,
    OrderField: { values: ['CREATE_TIME'], deprecated: true },
    Order: { values: ['ASC', 'DESC'], default: 'DESC' },
  },
  rules: [idsOrFilters('SnapshotIds')],
  output: {
    SnapshotSet: {
      item: {
        fields: {
          CreateTime: time({ form: 'spaced' }),
          // Of one that a policy made alone.
          AutoSnapshotPolicyId: { optional: true },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region } = context;
    const { types, ...query } = filters.read(input.Filters, region);
    // What is shared is shown where it is asked for, by its type or its id.
    const wanted = types ?? (input.SnapshotIds === undefined ? [PRIVATE] : [PRIVATE, SHARED]);
    const { total, items } = await listSnapshots(context, {
      region,
      query: {
        ...query,
        states: query.states ?? shownStates,
        keys: query.keys ?? keysNamed(input.SnapshotIds),
      },
      owners: { own: wanted.includes(PRIVATE), others: wanted.includes(SHARED) },
      newestFirst: input.Order === 'DESC',
      page: pageOf(input),
    });
    return { TotalCount: total, SnapshotSet: await shownSnapshots(context, items) };
  },
});
