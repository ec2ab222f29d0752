import type { FaultWords } from '#apis/fault-words.ts';
import type { tagFaults } from '#resources/tag/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const tagFaultWords: FaultWords<typeof tagFaults> = {
  codes: {
    keyMalformed: 'InvalidTagKey.Malformed',
    valueMalformed: 'InvalidTagValue.Malformed',
    keyTwice: ['Duplicate.TagKey', 'InvalidParameter'],
    tooMany: ['QuotaExceed.Tags', 'InvalidParameter'],
    filterTooMany: ['InvalidTagCount', 'InvalidTagKey'],
    keyMissing: ['InvalidTag.Mismatch', 'InvalidTagKey'],
  },
  messages: {
    tooMany: 'The quota of tags on resource is exceeded.',
    filterTooMany: 'The specified tags are beyond the permitted range.',
    keyMissing: 'The specified Tag.n.Key and Tag.n.Value are not match.',
  },
};
