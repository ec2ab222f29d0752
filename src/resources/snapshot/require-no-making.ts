import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../scope.ts';
import { verb } from '../verb.ts';
import { snapshotFaults } from './faults.ts';
import { disksBeingSnapshotted } from './usage.ts';

/** Throws where a snapshot of one of the disks is being made. */
export const requireNoMaking = verb(
  [snapshotFaults.diskBusy],
  async ({ db }: Pick<ReadScope, 'db'>, disks: ReadonlyArray<Key<'disk'>>): Promise<void> => {
    const [busy] = await disksBeingSnapshotted(db, disks);
    if (busy !== undefined) throw snapshotFaults.diskBusy({ disk: busy });
  },
);
