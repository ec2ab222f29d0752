import type { FaultWords } from '#apis/fault-words.ts';
import type { tagFaults } from '#resources/tag/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const tagFaultWords: FaultWords<typeof tagFaults> = {
  keyMalformed: { codes: ['InvalidTagKey.Malformed'] },
  valueMalformed: { codes: ['InvalidTagValue.Malformed'] },
  keyTwice: { codes: ['Duplicate.TagKey', 'InvalidParameter'] },
  tooMany: {
    codes: ['QuotaExceed.Tags', 'InvalidParameter'],
    message: () => 'The quota of tags on resource is exceeded.',
  },
  filterTooMany: {
    codes: ['InvalidTagCount', 'InvalidTagKey'],
    message: () => 'The specified tags are beyond the permitted range.',
  },
  keyMissing: {
    codes: ['InvalidTag.Mismatch', 'InvalidTagKey'],
    message: () => 'The specified Tag.n.Key and Tag.n.Value are not match.',
  },
};
