import type { AttachedVolume, Volume, VolumeSpec } from '#drivers/storage.ts';
import type { InstanceDisk } from './disk.ts';

/** The driver's name for a disk. */
export function volumeOf({ key, generation, host, zone, role, instance }: InstanceDisk): Volume {
  const machine = instance === null ? {} : { machine: instance };
  return { key, generation, host: host ?? '', zone, role, ...machine };
}

/** The same of one that is attached, or is on its way between its instance and none. */
export function attachedVolumeOf(disk: InstanceDisk): AttachedVolume {
  return { ...volumeOf(disk), machine: disk.instance ?? '' };
}

/** All a driver must know to make a disk, or to make it larger. */
export function volumeSpecOf(disk: InstanceDisk): VolumeSpec {
  const { category, sizeGiB, snapshot } = disk;
  return { ...volumeOf(disk), category, sizeGiB, ...(snapshot !== null && { snapshot }) };
}
