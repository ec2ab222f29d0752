import { diskCategories, wordsOfCategory } from '#catalogue/aliyun/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import type { DiskQuery } from '#resources/disk/disk-query.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { id, list } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { overlay } from '#wire/overlay.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { creationFilter, creationTimes } from '../creation-filter.ts';
import { chargeTypesOf } from '../instance/words.ts';
import { request } from '../models/describe-disks.ts';
import { diskStatuses, narrowedByStatus } from './words.ts';

const LISTED_MAX = 100;
const ALL = 'all';

/** What the parameters of DescribeDisks that narrow the list say besides their model. */
export const diskFilters = {
  DiskIds: list(id('disk'), {
    style: 'json',
    max: LISTED_MAX,
    reasons: { malformed: listingFaults.idsMalformed, count: listingFaults.tooManyIds },
  }),
  SnapshotId: id('snapshot'),
  AutoSnapshotPolicyId: id('auto-snapshot-policy'),
  DiskName: { max: 128 },
  DiskType: {
    values: [ALL, 'system', 'data'],
    default: ALL,
    reasons: { value: listingFaults.typeUnknown },
  },
  Category: {
    values: [ALL, ...diskCategories],
    default: ALL,
    reasons: { value: listingFaults.categoryUnknown },
  },
  DiskChargeType: {
    values: ['PrePaid', 'PostPaid'],
    reasons: { value: listingFaults.chargeTypeUnknown },
  },
  Status: {
    values: ['All', ...diskStatuses],
    default: 'All',
    reasons: { value: listingFaults.statusUnknown },
  },
  MultiAttach: {
    values: ['Disabled', 'Enabled', 'LegacyShared'],
    reasons: { value: diskFaults.sharingUnknown },
  },
  LockReason: {
    values: ['financial', 'security', 'recycling', 'dedicatedhostfinancial'],
    reasons: { value: listingFaults.lockReasonUnknown },
  },
  Filter: creationFilter,
  Tag: tagFilters,
} as const;

const input = overlay(request, diskFilters);

type DisksAsked = Omit<InferIn<typeof input>, 'PageNumber' | 'PageSize'>;

/** What the domain is asked for by the parameters of DescribeDisks. */
export function diskQueryOf(account: string, asked: DisksAsked): DiskQuery {
  const { DiskIds: keys, InstanceId, DiskType: role, Category: category } = asked;
  const { MultiAttach, EnableShared } = asked;
  if (MultiAttach !== undefined && EnableShared !== undefined) {
    if (EnableShared !== (MultiAttach === 'LegacyShared')) throw diskFaults.sharingsConflict();
  }
  const one = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);
  return {
    keys,
    instances: one(InstanceId),
    zones: one(asked.ZoneId),
    names: one(asked.DiskName),
    roles: role === ALL ? undefined : [role],
    categories: category === ALL ? undefined : wordsOfCategory(category),
    deleteWithInstance: asked.DeleteWithInstance,
    deleteAutoSnapshot: asked.DeleteAutoSnapshot,
    autoSnapshot: asked.EnableAutoSnapshot,
    portable: asked.Portable,
    // False asks for all of them, encrypted or not.
    encrypted: asked.Encrypted === true ? true : undefined,
    snapshots: one(asked.SnapshotId),
    policies: one(asked.AutoSnapshotPolicyId),
    hasPolicy: asked.EnableAutomatedSnapshotPolicy,
    tags: tagFiltersOf(asked.Tag),
    ...creationTimes(asked.Filter),
    ...(asked.Status !== 'All' && narrowedByStatus(asked.Status)),
    instanceIsolatedBy: lockOf(asked.LockReason),
    chargeTypes: asked.DiskChargeType && chargeTypesOf(asked.DiskChargeType),
    resourceGroups: groupsAsked(account, asked.ResourceGroupId),
    nothing: asksForNothing(asked) ? true : undefined,
  };
}

/** By what the instance was put away: what is unpaid, or its owner (`locksOf`). */
function lockOf(reason: DisksAsked['LockReason']): readonly string[] | undefined {
  if (reason === 'financial') return ['expiry', 'arrears'];
  return reason === 'recycling' ? ['user'] : undefined;
}

/** Keys of encryption, and instances that share a disk or are locked: there are none here. */
function asksForNothing({ KMSKeyId, EnableShared, MultiAttach, ...asked }: DisksAsked): boolean {
  return (
    KMSKeyId !== undefined ||
    EnableShared === true ||
    (MultiAttach !== undefined && MultiAttach !== 'Disabled') ||
    asked.LockReason === 'security' ||
    asked.LockReason === 'dedicatedhostfinancial'
  );
}
