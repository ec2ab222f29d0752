import { diskFaults } from '#resources/disk/faults.ts';
import type { Image } from '#resources/image/image.ts';

/** `storageType` of both disks (seed 004 L52746); the last one has a price alone (L53758). */
const diskTypes = { 1: 'LOCAL_BASIC', 2: 'CLOUD_BASIC', 3: 'LOCAL_SSD', 4: 'CLOUD_SSD' } as const;
/** Of the system disk (L52756-52758): from, to, and what comes for nothing. */
const linuxGiB = { min: 20, max: 50, free: 20 } as const;
const windowsGiB = { min: 50, max: 50, free: 50 } as const;
const STEP_GIB = 10;

/**
 * The disks in the words of API 3.0: the system disk and, unless its size is 0, one data disk.
 * `freeGiB` are those of a system disk of which nothing is said. @throws Fault
 */
export function disksOf(asked: {
  readonly osFamily: Image['osFamily'];
  readonly storageType: number;
  readonly storageSize: number;
  readonly rootSize: number | undefined;
  readonly rootStepGiB?: number | undefined;
}) {
  const { storageType, storageSize, rootSize, osFamily, rootStepGiB = STEP_GIB } = asked;
  const isWindows = osFamily === 'windows';
  const { min, max, free: freeGiB } = isWindows ? windowsGiB : linuxGiB;
  if (
    rootSize !== undefined &&
    !(rootSize >= min && rootSize <= max && rootSize % rootStepGiB === 0)
  ) {
    const message = `The parameter \`rootSize\` is ${min} to ${max}, in steps of ${rootStepGiB}.`;
    throw diskFaults.dataSizeOutOfRange({ message });
  }
  const DiskType = diskTypes[storageType as keyof typeof diskTypes];
  return {
    freeGiB,
    SystemDisk: { DiskType, DiskSize: rootSize },
    DataDisks: [{ DiskType, DiskSize: storageSize }],
  };
}
