import type { FaultWords } from '#apis/fault-words.ts';
import type { tagFaults } from '#resources/tag/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page) and of VPC. */
export const tagFaultWords: FaultWords<typeof tagFaults> = {
  codes: {
    keyMalformed: 'InvalidTagKey.Malformed',
    keyEmpty: 'InvalidTagKey.Malformed',
    keyTooLong: 'InvalidTagKey.Malformed',
    valueMalformed: 'InvalidTagValue.Malformed',
    valueTooLong: 'InvalidTagValue.Malformed',
    keyTwice: ['Duplicate.TagKey', 'Forbidden.TagKey.Duplicated', 'InvalidParameter'],
    keyExists: ['Duplicate.TagKey', 'Forbidden.TagKey.Duplicated', 'InvalidParameter'],
    notAttached: 'InvalidParameter',
    tooMany: ['QuotaExceed.Tags', 'QuotaExceeded.TagNum', 'InvalidTagCount', 'InvalidParameter'],
    tooManyAtOnce: ['NumberExceed.Tags', 'SizeLimitExceeded.TagNum', 'InvalidTagCount'],
    tooManyResources: ['NumberExceed.ResourceIds', 'SizeLimitExceeded.ResourceId'],
    nothingToChange: ['MissingParameter.Tags 404', 'InvalidTagCount', 'MissingParameter'],
    resourceMissing: ['MissingParameter.ResourceIds 404', 'MissingParameter'],
    resourceNotFound: [
      'InvalidResourceId.NotFound 404',
      'InvalidInstanceIds.NotFound',
      'InvalidParameter',
    ],
    kindMissing: ['MissingParameter.ResourceType 404', 'MissingParameter'],
    kindUnknown: [
      'InvalidResourceType.NotFound 404',
      'InvalidInstanceType.NotFound',
      'IllegalParam.ResourceType',
    ],
    nothingAsked: 'BothEmpty.TagsAndResources 403',
    filtersConflict: 'InvalidTags.MalFormed',
    patternMalformed: 'InvalidTagFilter.Malformed 403',
    tooManyValues: 'NumberExceed.TagValues 403',
    filterTooMany: ['InvalidTagCount', 'SizeLimitExceeded.TagNum', 'InvalidTagKey'],
    keyMissing: ['InvalidTag.Mismatch', 'InvalidTagKey', 'InvalidTagKey.Malformed'],
  },
  messages: {
    tooMany: 'The quota of tags on resource is exceeded.',
    tooManyValues: 'NumberExceed.TagValues 403',
    filterTooMany: 'The specified tags are beyond the permitted range.',
    keyMissing: 'The specified Tag.n.Key and Tag.n.Value are not match.',
  },
};
