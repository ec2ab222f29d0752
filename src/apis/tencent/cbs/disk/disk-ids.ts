import { diskFaults } from '#resources/disk/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';

/** DiskIds, a hundred at most, as on the pages that list. */
export const diskIdsAsked = {
  max: 100,
  item: { reasons: { malformed: diskFaults.malformed } },
  reasons: { count: listingFaults.tooManyIds },
} as const;
