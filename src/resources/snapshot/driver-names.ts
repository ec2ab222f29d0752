import type { Volume, VolumeSnapshot } from '#drivers/storage.ts';
import type { Disk } from '../disk/disk.ts';
import type { Snapshot } from './snapshot.ts';

/** Making a snapshot comes first, then its end: nothing else is asked of one. */
const MADE = 1;
const DESTROYED = 2;

type Placed = Pick<Snapshot, 'key' | 'zone'>;

/** A driver's name for a snapshot that is to be made. */
export function madeSnapshot({ key, zone }: Placed): VolumeSnapshot {
  return { key, zone, generation: MADE };
}

/** The same for one that is to be destroyed. */
export function destroyedSnapshot({ key, zone }: Placed): VolumeSnapshot {
  return { key, zone, generation: DESTROYED };
}

/** A driver's name for a disk that snapshots are made of, or that is rolled back to one. */
export function volumeOf({ key, generation, host, zone, role, instance }: Disk): Volume {
  const named = { key, generation, host: host ?? '', zone, role };
  return instance === null ? named : { ...named, machine: instance };
}
