import { diskTypeOf, diskTypesWithThroughput, isDiskType } from '#catalogue/tencent/disks.ts';
import type { Disk } from '#resources/disk/disk.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisk } from '../../structs/instance/disks.ts';

/** Throws where a disk does not become that large by the actions of this service. */
export function requireResizable(disk: Disk, sizeGiB: number): void {
  const { key, category } = disk;
  if (!disk.portable) throw diskFaults.notPortable({ disk: key });
  if (disk.state === 'recycled') throw diskFaults.expired({ disk: key });
  if (sizeGiB <= disk.sizeGiB) throw diskFaults.sizeNotLarger({ disk: key });
  const type = diskTypeOf(category);
  if (isDiskType(type)) requireDisk(type, sizeGiB, 0);
}

/** Throughput is sold with disks that are larger alone. */
const THROUGHPUT_GIB_MIN = 460;

/** Throws where no throughput is sold for a disk. */
export function requireThroughput(disk: Disk): void {
  if (disk.state === 'recycled') throw diskFaults.expired({ disk: disk.key });
  const isSold = diskTypesWithThroughput.includes(diskTypeOf(disk.category));
  if (!isSold || disk.sizeGiB <= THROUGHPUT_GIB_MIN) throw diskFaults.notChangeable();
}
