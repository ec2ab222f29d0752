import { diskFaults } from '#resources/disk/faults.ts';
import type { LaunchDisk } from '#resources/instance/launch-request.ts';
import { dataDiskGiB } from '../../structs/instance/disks.ts';
import type { RunInstancesInput } from './run-instances-input.ts';

type Disks = Pick<RunInstancesInput, 'SystemDisk' | 'DataDisks'>;

/** GiB of a system disk that is not told its size (seed 004 L49920). */
const SYSTEM_DISK_GIB = 50;
const STEP_GIB = 10;
const plain = { name: null, deleteWithInstance: true, doc: {} } as const;

/**
 * The disks of an instance: local ones unless told otherwise; a data disk of the size 0 is none
 * (L49955-49960). @throws Fault where a size is not one that is sold
 */
export function disksOf({ SystemDisk, DataDisks = [] }: Disks): {
  readonly systemDisk: LaunchDisk;
  readonly dataDisks: readonly LaunchDisk[];
} {
  const bought = DataDisks.filter(({ DiskSize }) => DiskSize > 0);
  return {
    systemDisk: {
      ...plain,
      category: SystemDisk?.DiskType ?? 'LOCAL_BASIC',
      sizeGiB: SystemDisk?.DiskSize ?? null,
      sizeGiBDefault: SYSTEM_DISK_GIB,
    },
    dataDisks: bought.map(({ DiskType: category, DiskSize: sizeGiB }) => {
      const [min, max] = dataDiskGiB[category];
      if (sizeGiB >= min && sizeGiB <= max && sizeGiB % STEP_GIB === 0) {
        return { ...plain, category, sizeGiB };
      }
      const message = `A ${category} data disk has ${min} to ${max} GiB, in steps of ${STEP_GIB}.`;
      throw diskFaults.dataSizeOutOfRange({ message });
    }),
  };
}
