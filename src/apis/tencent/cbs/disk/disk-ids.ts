import { diskFaults } from '#resources/disk/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import type { Rule } from '#wire/shape.ts';

/** DiskIds, a hundred at most, as on the pages that list. */
export const diskIdsAsked = {
  max: 100,
  item: { reasons: { malformed: diskFaults.malformed } },
  reasons: { count: listingFaults.tooManyIds },
} as const;

/** DiskIds of what attaches or detaches: ten at most. */
export const tenDiskIds = { ...diskIdsAsked, max: 10 } as const;

/** Goes with those of an operation: an empty list is as good as none. */
export const someDiskIds: Rule = { rule: 'one-of', fields: ['DiskIds'] };

/** Cloud data disks of one instance (seed 004 L8698-8706). */
export const DATA_DISKS_MAX = 20;
