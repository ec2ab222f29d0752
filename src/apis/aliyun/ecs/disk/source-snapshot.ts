import type { WriteContext } from '#apis/context.ts';
import type { Key } from '#kernel/key.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { requireSnapshot } from '#resources/snapshot/require.ts';
import type { Snapshot } from '#resources/snapshot/snapshot.ts';

/** What the content of a data disk comes from: a snapshot of a data disk, that is ready. */
export async function sourceSnapshot(
  context: WriteContext,
  key: Key<'snapshot'>,
): Promise<Snapshot> {
  const snapshot = await requireSnapshot(context, { snapshot: key, region: context.region });
  if (snapshot.role === 'data') return snapshot;
  throw snapshotFaults.systemNotHere({ snapshot: key });
}

/** Those that data disks of a launch come from, by key. */
export async function sourceSnapshots(
  context: WriteContext,
  disks: ReadonlyArray<{ readonly SnapshotId?: Key<'snapshot'> | undefined }> = [],
): Promise<ReadonlyMap<string, Snapshot>> {
  const found = new Map<string, Snapshot>();
  for (const { SnapshotId: key } of disks) {
    if (key !== undefined) found.set(key, await sourceSnapshot(context, key));
  }
  return found;
}
