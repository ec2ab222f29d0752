import type { Tx } from '#store/store.ts';
import { startWorkflow } from '#workflow/start.ts';
import { deleteTags } from '../tag/tags.ts';
import type { Snapshot } from './snapshot.ts';
import { deleteSharesOf, deleteSnapshotRows } from './table.ts';
import { destroyTarget } from './targets.ts';
import { destroySnapshotsWorkflow } from './workflows/destroy.ts';

/**
 * Removes snapshots at once; a workflow takes their data away behind that, also where they are
 * being made: the engine of machines knows the later call by its generation. At most 1,024.
 */
export async function removeSnapshots(
  tx: Tx,
  snapshots: readonly Snapshot[],
  now: number,
): Promise<void> {
  if (snapshots.length === 0) return;
  const keys = snapshots.map(({ key }) => key);
  await tx.run(deleteSharesOf, { keys });
  await tx.run(deleteSnapshotRows, { keys });
  await deleteTags(tx, 'snapshot', keys);
  await destroyData(tx, snapshots, now);
}

/** Takes the data of snapshots or backups away whose rows are gone, by a workflow. */
export async function destroyData(
  tx: Tx,
  gone: ReadonlyArray<{ readonly key: string; readonly zone: string }>,
  now: number,
): Promise<void> {
  const [first] = gone;
  if (first === undefined) return;
  await startWorkflow(tx, destroySnapshotsWorkflow, {
    target: destroyTarget(first.key),
    input: { snapshots: gone.map(({ key, zone }) => ({ key, zone })) },
    now,
  });
}
