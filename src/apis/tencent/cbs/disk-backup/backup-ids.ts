import { diskBackupFaults } from '#resources/disk-backup/faults.ts';
import { listingFaults } from '#resources/listing/faults.ts';

/** DiskBackupId, such as dbp-11112222. */
export const backupIdAsked = { reasons: { malformed: diskBackupFaults.malformed } } as const;

/** DiskBackupIds, a hundred at most, as on the pages that list. */
export const backupIdsAsked = {
  max: 100,
  item: backupIdAsked,
  reasons: { count: listingFaults.tooManyIds },
} as const;
