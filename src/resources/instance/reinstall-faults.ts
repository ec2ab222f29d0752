import { defineFaults } from '#kernel/fault.ts';

/** Why the system of an instance is not installed anew as it is asked for. */
export const reinstallFaults = defineFaults('reinstall', {
  diskWouldShrink: 'The system disk would become smaller. Detail: sizeGiB.',
  diskIsLocal: 'The system disk is in the server of its instance: it keeps its size.',
  diskIsOther: 'The category of the system disk is not changed with its system.',
  familyNotForDisk: 'A local system disk keeps its family of systems.',
  encryptionFixed: 'The system disk stays encrypted, or stays open.',
  localDisk: 'The disk is in the server of its instance, which forbids it. Detail: disk.',
  neverStarted: 'The instance was never started. Detail: instance.',
});
