import type { tagFaults } from '#resources/tag/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes about tags: seed 004 L39654-39696, and the pages of vpc. */
export const tagFaultWords: FaultWords<typeof tagFaults> = {
  tooMany: {
    codes: [
      'InvalidParameterValue.TagQuotaLimitExceeded',
      'LimitExceeded.TagKeyPerResourceExceeded',
    ],
  },
  keyTwice: {
    codes: ['InvalidParameterValue.DuplicateTags', 'InvalidParameterValue.TagDuplicateKey'],
  },
  keyMalformed: { codes: ['FailedOperation.IllegalTagKey', 'InvalidParameterValue.TagInvalidKey'] },
  keyTooLong: {
    codes: ['FailedOperation.IllegalTagKey', 'InvalidParameterValue.TagInvalidKeyLen'],
  },
  keyReserved: {
    codes: ['FailedOperation.TagKeyReserved', 'UnsupportedOperation.TagSystemReservedTagKey'],
  },
  valueMalformed: {
    codes: ['FailedOperation.IllegalTagValue', 'InvalidParameterValue.TagInvalidVal'],
  },
};
