import type { VolumeSnapshot } from '#drivers/storage.ts';

/** Making a snapshot comes first, then its end: nothing else is asked of one. */
const MADE = 1;
const DESTROYED = 2;

/** A snapshot, or a backup of a disk: the engine of machines knows both as snapshots. */
interface Placed {
  readonly key: string;
  readonly zone: string;
}

/** A driver's name for a snapshot that is to be made. */
export function madeSnapshot({ key, zone }: Placed): VolumeSnapshot {
  return { key, zone, generation: MADE };
}

/** The same for one that is to be destroyed. */
export function destroyedSnapshot({ key, zone }: Placed): VolumeSnapshot {
  return { key, zone, generation: DESTROYED };
}
