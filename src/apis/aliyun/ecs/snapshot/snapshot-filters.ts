import { listingFaults } from '#resources/listing/faults.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import type { SnapshotQuery } from '#resources/snapshot/verbs/list-snapshots.ts';
import { id, list } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { creationFilter, creationTimes } from '../creation-filter.ts';
import { request } from '../models/describe-snapshots.ts';
import { snapshotStatuses, statesOf, usages, usageWords } from './render-snapshot.ts';
import { diskOfLink } from './snapshot-links.ts';

const ALL = 'all';

/** What the parameters of DescribeSnapshots that narrow the list say besides their model. */
export const snapshotFilters = {
  SnapshotIds: list(id('snapshot'), {
    style: 'json',
    max: 100,
    reasons: { malformed: listingFaults.idsMalformed, count: listingFaults.tooManyIds },
  }),
  SnapshotName: { max: 128 },
  Status: {
    values: [ALL, ...snapshotStatuses],
    default: ALL,
    reasons: { value: listingFaults.statusUnknown },
  },
  SnapshotType: {
    values: [ALL, 'auto', 'user'],
    default: ALL,
    reasons: { value: listingFaults.typeUnknown },
  },
  // In upper or lower case, as the page says.
  SourceDiskType: {
    pattern: /^(?:system|data)$/i,
    reasons: { pattern: snapshotFaults.sourceTypeUnknown },
  },
  Usage: { values: usages, reasons: { value: listingFaults.usageUnknown } },
  Category: {
    values: ['Standard', 'standard', 'Flash', 'flash', 'archive'],
    reasons: { value: listingFaults.categoryUnknown },
  },
  Filter: creationFilter,
  Tag: tagFilters,
} as const;

const input = overlay(request, snapshotFilters);
type SnapshotsAsked = Omit<InferIn<typeof input>, 'PageNumber' | 'PageSize'>;

/** What the domain is asked for by the parameters of DescribeSnapshots. */
export function snapshotQueryOf(account: string, asked: SnapshotsAsked): SnapshotQuery {
  const one = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);
  const { createdFrom, createdTo } = creationTimes(asked.Filter);
  return {
    keys: asked.SnapshotIds,
    disks: disksAsked(asked),
    instances: one(asked.InstanceId),
    names: one(asked.SnapshotName),
    roles: one(asked.SourceDiskType?.toLowerCase()),
    states: asked.Status === ALL ? undefined : statesOf(asked.Status),
    automatic: asked.SnapshotType === ALL ? undefined : asked.SnapshotType === 'auto',
    ...(asked.Usage !== undefined && usageWords[asked.Usage]),
    // False asks for all of them, encrypted or not.
    encrypted: asked.Encrypted === true ? true : undefined,
    resourceGroups: groupsAsked(account, asked.ResourceGroupId),
    tags: tagFiltersOf(asked.Tag),
    createdFrom,
    createdBefore: createdTo,
    nothing: asksForNothing(asked) ? true : undefined,
  };
}

/** DiskId, and the disk whose chain SnapshotLinkId is. @throws snapshot.linkNotFound */
function disksAsked({ DiskId, SnapshotLinkId }: SnapshotsAsked): SnapshotQuery['disks'] {
  if (SnapshotLinkId === undefined) return DiskId === undefined ? undefined : [DiskId];
  const disk = diskOfLink(SnapshotLinkId);
  if (disk === undefined) throw snapshotFaults.linkNotFound();
  return DiskId === undefined || DiskId === disk ? [disk] : [];
}

/** Local and archived snapshots, and keys of encryption: there are none here. */
function asksForNothing({ Category, KMSKeyId }: SnapshotsAsked): boolean {
  return KMSKeyId !== undefined || (Category !== undefined && !/^standard$/i.test(Category));
}
