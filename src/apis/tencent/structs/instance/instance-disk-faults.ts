import type { FaultWords } from '#apis/fault-words.ts';
import type { instanceDiskFaults } from '#resources/instance/instance-disk-faults.ts';

/** Codes of the pages that resize and move disks (seed 004 L15286-15362, L18454-18515, L44960). */
export const instanceDiskFaultWords: FaultWords<typeof instanceDiskFaults> = {
  codes: {
    noneNamed: ['MissingParameter.AtLeastOne', 'MissingParameter'],
    severalNamed: 'InvalidParameterValue',
    notOfInstance: 'InvalidParameterValue',
    notBoughtWithIt: ['UnsupportedOperation.InvalidDataDisk', 'InvalidInstance.NotSupported'],
    localOnly: ['InvalidParameterValue.CdhOnlyLocalDataDiskResize', 'InvalidInstance.NotSupported'],
    localSystemDisk: 'InvalidInstance.NotSupported',
    localNotHere: ['UnsupportedOperation.InvalidDataDisk', 'InvalidInstance.NotSupported'],
    notLocal: ['InvalidParameter.InvalidInstanceNotSupported', 'InvalidInstance.NotSupported'],
    movedTogether: 'InvalidParameterValue',
    mediumUnknown: 'InvalidParameterValue',
    sizeNotForMedium: 'InvalidParameterValue.LocalDiskSizeRange',
    spot: ['InvalidParameter.InvalidInstanceNotSupported', 'InvalidInstance.NotSupported'],
  },
  messages: {
    noneNamed: 'DataDisks or SystemDisk must say which disk is meant, and what it is to be.',
    severalNamed: 'One data disk or the system disk is meant at a time: DiskId says which.',
    notOfInstance: '`{disk}` is no data disk of the instance `{instance}`.',
    notBoughtWithIt: 'The instance `{instance}` has no such data disk that was bought with it.',
    localOnly: 'On a host of its own the instance `{instance}` resizes local data disks alone.',
    localSystemDisk: 'The system disk of the instance `{instance}` is local: it keeps its size.',
    localNotHere: 'The data disk of the instance `{instance}` is local: it keeps its size.',
    notLocal: 'The instance `{instance}` has no such local disk.',
    movedTogether: 'A local system disk and a local data disk are moved together.',
    mediumUnknown: 'DiskType must be a type of cloud disks.',
    sizeNotForMedium: 'That type has {minGiB} to {maxGiB} GiB.',
    spot: 'The instance `{instance}` is a spot one, whose disks stay what they are.',
  },
};
