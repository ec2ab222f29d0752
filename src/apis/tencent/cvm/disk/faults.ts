import type { diskFaults } from '#resources/disk/faults.ts';
import type { FaultWords } from '#apis/fault-words.ts';

/** Codes of the pages that buy disks (seed 004 L39901, L9545-9865). */
export const diskFaultWords: FaultWords<typeof diskFaults> = {
  tooMany: { codes: ['InvalidParameterValue.LimitExceeded'] },
  nameTooLong: { codes: ['InvalidParameterValue.TooLarge'] },
  sizeOutOfRange: { codes: ['InvalidParameterValue.Range'] },
  dataSizeOutOfRange: { codes: ['InvalidParameterValue.Range'] },
  dataSizeTooSmall: {
    codes: ['InvalidParameterValue.CloudSsdDataDiskSizeTooSmall', 'InvalidParameterValue.Range'],
  },
  dataSizeStep: {
    codes: ['ResourceInsufficient.CloudDiskUnavailable', 'InvalidParameterValue.Range'],
  },
  dataCategoryUnknown: { codes: ['InvalidParameterValue'] },
  keptNotHere: {
    codes: ['UnsupportedOperation.InvalidDisk'],
    message: () => 'DeleteWithInstance must be true: a disk cannot outlive its instance here.',
  },
  optionNotForCategory: { codes: ['InvalidParameterCombination'] },
  encryptionOffWithKey: {
    codes: ['InvalidParameterCombination'],
    message: () => 'A KmsKeyId goes with Encrypt.',
  },
  encryptionKeyMalformed: { codes: ['InvalidParameterValue'] },
  categoryNotChosen: { codes: ['UnsupportedOperation.InvalidDisk'] },
  throughputOutOfRange: { codes: ['InvalidParameterValue.Range'] },
  throughputNotForCategory: { codes: ['InvalidParameterCombination'] },
};
