import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { usedSnapshots } from '../../disk/by-keys.ts';
import { snapshotFaults } from '../faults.ts';
import { imagesOfSnapshots } from '../../image/usage.ts';
import { removeSnapshots } from '../remove.ts';
import { requireSnapshots, requireUnused, type SnapshotsNamed } from '../require.ts';
import { isBeingMade, type Snapshot } from '../snapshot.ts';
import { sharesOf } from '../table.ts';

/** What becomes of what hangs on snapshots that are deleted. */
export interface SnapshotDeletionRules {
  /** Disks that were made from them, which have data of their own. */
  readonly disks: 'refuse' | 'keep';
  /** Those that are being made. */
  readonly making: 'refuse' | 'cancel';
}

/** Throws unless these snapshots may be deleted. */
export const requireDeletable = verb(
  [
    requireUnused,
    snapshotFaults.notReady,
    snapshotFaults.isShared,
    snapshotFaults.hasImages,
    snapshotFaults.hasDisks,
  ],
  async (
    scope: Scope,
    snapshots: readonly Snapshot[],
    rules: SnapshotDeletionRules,
  ): Promise<void> => {
    const { db } = scope;
    const keys = snapshots.map(({ key }) => key);
    const making = rules.making === 'refuse' ? snapshots.find(isBeingMade) : undefined;
    if (making !== undefined) throw snapshotFaults.notReady({ snapshot: making.key });
    await requireUnused(scope, snapshots);
    const [share] = await db.all(sharesOf, { keys });
    if (share !== undefined) throw snapshotFaults.isShared({ snapshot: share.snapshot });
    const [imaged] = (await imagesOfSnapshots(db, keys)).keys();
    if (imaged !== undefined) throw snapshotFaults.hasImages({ snapshot: imaged });
    if (rules.disks === 'keep') return;
    const [used] = await usedSnapshots(db, keys);
    if (used !== undefined) throw snapshotFaults.hasDisks({ snapshot: used });
  },
);

/** Deletes snapshots, all of them or none. */
export const deleteSnapshots = verb(
  [requireSnapshots, requireDeletable],
  async (scope: Scope, request: SnapshotsNamed & SnapshotDeletionRules): Promise<void> => {
    const snapshots = await requireSnapshots(scope, request);
    await requireDeletable(scope, snapshots, request);
    await removeSnapshots(scope.db, snapshots, scope.now);
  },
);
