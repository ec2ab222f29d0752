import type { tagFaults } from '#resources/tag/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about tags: seed 004 L39654-39696, and the pages of vpc. */
export const tagFaultWords: FaultWords<typeof tagFaults> = {
  codes: {
    tooMany: [
      'InvalidParameterValue.TagQuotaLimitExceeded',
      'LimitExceeded.TagKeyPerResourceExceeded',
    ],
    keyTwice: ['InvalidParameterValue.DuplicateTags', 'InvalidParameterValue.TagDuplicateKey'],
    keyMalformed: ['FailedOperation.IllegalTagKey', 'InvalidParameterValue.TagInvalidKey'],
    keyTooLong: ['FailedOperation.IllegalTagKey', 'InvalidParameterValue.TagInvalidKeyLen'],
    keyReserved: ['FailedOperation.TagKeyReserved', 'UnsupportedOperation.TagSystemReservedTagKey'],
    valueMalformed: ['FailedOperation.IllegalTagValue', 'InvalidParameterValue.TagInvalidVal'],
  },
};
