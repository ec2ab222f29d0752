// https://cloud.tencent.com/document/api/362/33556 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { disksOfPolicies } from '#resources/auto-snapshot-policy/bindings.ts';
import { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';
import { listPolicies } from '#resources/auto-snapshot-policy/verbs/list-policies.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { id, list } from '#wire/builders.ts';
import { asks, type Filter, idOf, listFilters } from '../../structs/filters.ts';
import { idsOrFilters, keysNamed, pageFields, pageOf } from '../../structs/listing.ts';
import * as model from '../models/describe-auto-snapshot-policies.ts';
import { policyIdsAsked } from './policy-fields.ts';
import { shownPolicies, shownPolicyPatch } from './render-policy.ts';

/** None is ever put away. */
const state: Filter<{ readonly nothing?: true }> = {
  values: ['NORMAL', 'ISOLATED'],
  narrow: (values) => (values.includes('NORMAL') ? {} : { nothing: true }),
};

const filters = listFilters(
  {
    'auto-snapshot-policy-id': asks(
      'keys',
      idOf('auto-snapshot-policy', autoSnapshotPolicyFaults.malformed),
    ),
    'auto-snapshot-policy-state': state,
    'auto-snapshot-policy-name': asks('names'),
  },
  {
    max: 10,
    valuesMax: 100,
    reasons: {
      unknown: listingFaults.filterUnknown,
      count: listingFaults.tooManyFilters,
      value: listingFaults.valueMalformed,
    },
  },
);

/** Policies by their ids, or by filters. */
export const describeAutoSnapshotPolicies = action.read({
  model,
  input: {
    AutoSnapshotPolicyIds: policyIdsAsked,
    Filters: filters.shape,
    ...pageFields,
    OrderField: { values: ['CREATE_TIME'], deprecated: true },
    Order: { values: ['ASC', 'DESC'], default: 'DESC' },
  },
  rules: [idsOrFilters('AutoSnapshotPolicyIds')],
  output: {
    AutoSnapshotPolicySet: {
      item: { fields: { ...shownPolicyPatch, DiskIdSet: list(id('disk')) } },
    },
  },
  handle: async (context, input) => {
    const { region, db } = context;
    const query = filters.read(input.Filters, region);
    const { total, items } = await listPolicies(context, {
      region,
      query: { ...query, keys: query.keys ?? keysNamed(input.AutoSnapshotPolicyIds) },
      newestFirst: input.Order === 'DESC',
      page: pageOf(input),
    });
    const disks = await disksOfPolicies(
      db,
      items.map(({ key }) => key),
    );
    return {
      TotalCount: total,
      AutoSnapshotPolicySet: await shownPolicies(context, items, (key) => disks.get(key) ?? []),
    };
  },
});
