import type { FaultWords } from '#apis/fault-words.ts';
import type { reinstallFaults } from '#resources/instance/reinstall-faults.ts';

/** Codes of ReplaceSystemDisk and ReInitDisk. */
export const reinstallFaultWords: FaultWords<typeof reinstallFaults> = {
  codes: {
    diskWouldShrink: 'InvalidSystemDiskSize.ValueNotSupported',
    diskIsLocal: 'InvalidSystemDiskSize.ImageNotSupportResize',
    diskIsOther: 'InvalidDiskCategory.ValueNotSupported',
    familyNotForDisk: [
      'InvalidDiskCategory.ValueNotSupported',
      'DiskCategory.OperationNotSupported',
    ],
    encryptionFixed: 'InvalidParameter.Conflict',
    localDisk: 'DiskCategory.OperationNotSupported',
    neverStarted: ['OperationDenied.InstanceCreating 403', 'IncorrectInstanceStatus 403'],
  },
  messages: {
    diskWouldShrink:
      'The specified parameter SystemDisk.Size is less than {sizeGiB} GiB, as it is.',
  },
};
