import type { FaultWords } from '#apis/fault-words.ts';
import type { reinstallFaults } from '#resources/instance/reinstall-faults.ts';

/** Codes of the pages that reinstall (seed 004 L21216-21330, L44600, L53478). */
export const reinstallFaultWords: FaultWords<typeof reinstallFaults> = {
  codes: {
    diskWouldShrink: ['InvalidParameterValue', 'OperationConstraints.InvaildInstanceStatus'],
    diskIsLocal: ['InvalidParameterValue', 'OperationConstraints.InvaildInstanceStatus'],
    diskIsOther: 'InvalidParameterValue',
    familyNotForDisk: [
      'InvalidInstance.NotSupported',
      'OperationConstraints.InvaildInstanceStatus',
    ],
    encryptionFixed: [
      'UnsupportedOperation.ModifyEncryptionNotSupported',
      'InvalidParameterValue',
      'OperationConstraints.InvaildInstanceStatus',
    ],
  },
  messages: {
    diskWouldShrink: 'The system disk has {sizeGiB} GiB: it can only grow.',
    diskIsLocal: 'A local system disk keeps its size.',
    diskIsOther: 'DiskType must be that of the system disk: it cannot be changed.',
    familyNotForDisk: 'An instance with a local system disk keeps its family of systems.',
    encryptionFixed: 'Whether the system disk is encrypted cannot be changed.',
  },
};
