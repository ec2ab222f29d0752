import type { tagFaults } from '#resources/tag/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

const noResource = 'InvalidParameterValue.ResourceDescriptionError';

/** Codes about tags: seed 004 L39654-39696, and the pages of vpc and tag. */
export const tagFaultWords: FaultWords<typeof tagFaults> = {
  codes: {
    tooMany: [
      'InvalidParameterValue.TagQuotaLimitExceeded',
      'LimitExceeded.TagKeyPerResourceExceeded',
      'LimitExceeded.ResourceAttachedTags',
    ],
    notFound: 'ResourceNotFound.TagNonExist',
    taken: 'ResourceInUse.TagDuplicate',
    inUse: 'FailedOperation.TagAttachedResource',
    keyQuotaExceeded: 'LimitExceeded.TagKey',
    valueQuotaExceeded: 'LimitExceeded.TagValue',
    tooManyAtOnce: ['LimitExceeded.TagNumPerRequest', 'InvalidParameter.Tag'],
    tooManyResources: 'LimitExceeded.ResourceNumPerRequest',
    nothingToChange: 'InvalidParameter.Tag',
    bothSetAndRemoved: 'InvalidParameterValue.DeleteTagsParamError',
    resourceNotFound: ['InvalidParameterValue.ResourceIdInvalid', noResource],
    resourceMalformed: ['InvalidParameterValue.ResourceIdInvalid', noResource],
    serviceUnknown: [
      'InvalidParameterValue.ServiceTypeInvalid',
      'InvalidParameter.UnsupportedService',
      noResource,
    ],
    kindUnknown: [
      'InvalidParameterValue.ResourcePrefixInvalid',
      'InvalidParameter.UnsupportedService',
      noResource,
    ],
    regionUnknown: ['InvalidParameterValue.RegionInvalid', noResource],
    ownerUnknown: ['InvalidParameterValue.UinInvalid', noResource],
    keyExists: 'ResourceInUse.TagKeyAttached',
    keyMissing: 'InvalidParameter',
    tooManyValues: ['LimitExceeded.TagValue', 'LimitExceeded'],
    filterTooMany: ['LimitExceeded.TagNumPerRequest', 'LimitExceeded'],
    notAttached: 'ResourceNotFound.AttachedTagKeyNotFound',
    keyTwice: [
      'InvalidParameterValue.DuplicateTags',
      'InvalidParameterValue.TagDuplicateKey',
      'InvalidParameterValue.TagKeyDuplicate',
      'InvalidParameter.Tag',
    ],
    keyMalformed: [
      'FailedOperation.IllegalTagKey',
      'InvalidParameterValue.TagInvalidKey',
      'InvalidParameterValue.TagKeyCharacterIllegal',
    ],
    keyEmpty: [
      'FailedOperation.IllegalTagKey',
      'InvalidParameterValue.TagInvalidKeyLen',
      'InvalidParameterValue.TagKeyEmpty',
    ],
    keyTooLong: [
      'FailedOperation.IllegalTagKey',
      'InvalidParameterValue.TagInvalidKeyLen',
      'InvalidParameterValue.TagKeyLengthExceeded',
    ],
    keyReserved: [
      'FailedOperation.TagKeyReserved',
      'UnsupportedOperation.TagSystemReservedTagKey',
      'InvalidParameter.ReservedTagKey',
    ],
    valueEmpty: 'InvalidParameterValue.TagValueEmpty',
    valueMalformed: [
      'FailedOperation.IllegalTagValue',
      'InvalidParameterValue.TagInvalidVal',
      'InvalidParameterValue.TagValueCharacterIllegal',
    ],
    valueTooLong: [
      'FailedOperation.IllegalTagValue',
      'InvalidParameterValue.TagInvalidVal',
      'InvalidParameterValue.TagValueLengthExceeded',
    ],
  },
};
