// https://cloud.tencent.com/document/api/362/15647 and models/tencent/cbs.json DescribeSnapshots.
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { asks, asksForNone, idOf, listFilters, projectOf } from '../../structs/filters.ts';
import { idsOrFilters, pageFields } from '../../structs/listing.ts';
import { zoneOf } from '../../structs/region/zones.ts';
import * as model from '../models/describe-snapshots.ts';

const filters = listFilters(
  {
    'snapshot-id': asks('keys', idOf('snapshot', snapshotFaults.malformed)),
    'snapshot-name': asksForNone(),
    'snapshot-state': {
      ...asksForNone(),
      values: [
        'NORMAL',
        'CREATING',
        'ROLLBACKING',
        'COPYING_FROM_REMOTE',
        'CHECKING_COPIED',
        'TORECYCLE',
      ],
    },
    'disk-usage': { ...asksForNone(), values: ['SYSTEM_DISK', 'DATA_DISK'] },
    'project-id': asks('projects', projectOf),
    'disk-id': asks('disks', idOf('disk', diskFaults.malformed)),
    'snapshot-type': { ...asksForNone(), values: ['SHARED_SNAPSHOT', 'PRIVATE_SNAPSHOT'] },
    encrypt: { ...asksForNone(), values: ['TRUE', 'FALSE', 'true', 'false'] },
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

/** Nobody can make a snapshot yet, so there is none; what is asked is checked all the same. */
export const describeSnapshots = action.read({
  model,
  input: {
    SnapshotIds: {
      max: 100,
      item: { reasons: { malformed: snapshotFaults.malformed } },
      reasons: { count: listingFaults.tooManyIds },
    },
    Filters: filters.shape,
    ...pageFields,
    OrderField: { values: ['CREATE_TIME'], deprecated: true },
    Order: { values: ['ASC', 'DESC'], deprecated: true },
  },
  rules: [idsOrFilters('SnapshotIds')],
  handle: async ({ region }, { Filters }) => {
    filters.read(Filters, region);
    return { TotalCount: 0, SnapshotSet: [] };
  },
});
