import type { VolumeSnapshot } from '#drivers/storage.ts';
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
