import type { diskFaults } from '#resources/disk/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes of the pages that buy disks (seed 004 L39901, L9545-9865). */
export const diskFaultWords: FaultWords<typeof diskFaults> = {
  codes: {
    malformed: 'InvalidParameterValue',
    notFound: 'InvalidDiskId.NotFound',
    tooMany: 'InvalidParameterValue.LimitExceeded',
    nameTooLong: 'InvalidParameterValue.TooLarge',
    sizeOutOfRange: 'InvalidParameterValue.Range',
    dataSizeOutOfRange: 'InvalidParameterValue.Range',
    dataSizeTooSmall: [
      'InvalidParameterValue.CloudSsdDataDiskSizeTooSmall',
      'InvalidParameterValue.Range',
    ],
    dataSizeStep: [
      'ResourceInsufficient.CloudDiskUnavailable',
      'InvalidParameterValue.Range',
      'InvalidParameterValue',
      'InvalidParameter',
    ],
    dataCategoryUnknown: 'InvalidParameterValue',
    keptNotHere: ['UnsupportedOperation.InvalidDisk', 'InvalidDisk.NotSupported'],
    notChangeable: 'InvalidDisk.NotSupported',
    nothingToChange: 'MissingParameter',
    optionNotForCategory: 'InvalidParameterCombination',
    encryptionOffWithKey: 'InvalidParameterCombination',
    encryptionKeyMalformed: 'InvalidParameterValue',
    categoryNotChosen: 'UnsupportedOperation.InvalidDisk',
    throughputOutOfRange: 'InvalidParameterValue.Range',
    throughputNotForCategory: ['InvalidParameterCombination', 'InvalidParameterValue'],
  },
  messages: {
    notFound: 'The disk `{disk}` does not exist.',
    keptNotHere: 'DeleteWithInstance must be true: a disk cannot outlive its instance here.',
    encryptionOffWithKey: 'A KmsKeyId goes with Encrypt.',
    optionNotForCategory: 'Encrypt and BurstPerformance are not for `{category}`.',
  },
};
