import type { Key } from '#kernel/key.ts';
import type { Disk } from '../../disk/disk.ts';
import { diskFaults } from '../../disk/faults.ts';
import { requireDisks } from '../../disk/require.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { snapshotFaults } from '../faults.ts';
import { requireSnapshots } from '../require.ts';
import { isBeingMade, type Snapshot } from '../snapshot.ts';
import {
  beginRestore,
  requirePower,
  requireRestorable,
  requireRestorableState,
  type RollBackPower,
} from '../roll-back.ts';
import { setSnapshotStates } from '../table.ts';

export interface SnapshotsApplied extends RollBackPower {
  readonly region: string | null;
  /** Each disk with the snapshot that it is rolled back to. */
  readonly restores: ReadonlyArray<{
    readonly disk: Key<'disk'>;
    readonly snapshot: Key<'snapshot'>;
  }>;
}

/** Rolls disks back to snapshots that were made of them: all of them, or none. */
export const applySnapshots = verb(
  [
    requireSnapshots,
    requireRestorable,
    snapshotFaults.startWithoutStop,
    snapshotFaults.diskRestoring,
    snapshotFaults.diskStateWrong,
    diskFaults.notFound,
    snapshotFaults.notReady,
    snapshotFaults.inUse,
    snapshotFaults.otherDisk,
    snapshotFaults.sizeDiffers,
  ],
  async (scope: Scope, request: SnapshotsApplied): Promise<void> => {
    const { restores, region } = request;
    requirePower(request);
    const keys = restores.map(({ snapshot }) => snapshot);
    const snapshots = await requireSnapshots(scope, { keys, region });
    const disks = await requireDisks(
      scope,
      restores.map(({ disk }) => disk),
      region,
    );
    for (const { disk, snapshot } of restores) {
      requireFit(
        disks.find(({ key }) => key === disk),
        snapshots.find(({ key }) => key === snapshot),
      );
    }
    const instance = await requireRestorable(scope, disks, request);
    await beginRestore(scope, { disks, instance, restores, power: request });
    await scope.db.run(setSnapshotStates, {
      keys,
      from: ['ready'],
      to: 'restoring',
      at: scope.now,
    });
  },
);

function requireFit(disk: Disk | undefined, snapshot: Snapshot | undefined): void {
  if (disk === undefined || snapshot === undefined) return;
  const { key, state } = snapshot;
  if (isBeingMade(snapshot)) throw snapshotFaults.notReady({ snapshot: key });
  if (state === 'failed') throw snapshotFaults.notReady({ snapshot: key });
  if (state === 'restoring') throw snapshotFaults.inUse({ snapshot: key });
  // A copy is of the same disk, in a region where that is not.
  if (snapshot.disk !== disk.key || snapshot.source !== null) {
    throw snapshotFaults.otherDisk({ snapshot: key, disk: disk.key });
  }
  requireRestorableState(disk);
  if (snapshot.sizeGiB !== disk.sizeGiB) throw snapshotFaults.sizeDiffers({ disk: disk.key });
}
