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
  const [first] = snapshots;
  if (first === undefined) return;
  const keys = snapshots.map(({ key }) => key);
  await tx.run(deleteSharesOf, { keys });
  await tx.run(deleteSnapshotRows, { keys });
  await deleteTags(tx, 'snapshot', keys);
  await startWorkflow(tx, destroySnapshotsWorkflow, {
    target: destroyTarget(first.key),
    input: { snapshots: snapshots.map(({ key, zone }) => ({ key, zone })) },
    now,
  });
}
