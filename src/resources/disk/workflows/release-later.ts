import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { DiskServices } from './services.ts';
import type { OperationChange } from '../../operation/versioned-change.ts';
import { changeDisk, type DiskChange } from '../change.ts';
import type { Disk, DiskOperation } from '../disk.ts';
import { diskOf } from '../disk-row.ts';
import { disksByKeys } from '../table.ts';
import { diskRecycleTarget, diskTarget } from '../targets.ts';
import { deleteWorkflowOf } from './delete.ts';

interface ReleaseInput {
  readonly key: Key<'disk'>;
}

/** Deletes a disk at the end of its time in the recycle bin. */
export const releaseDiskWorkflow = defineWorkflow<ReleaseInput, DiskServices>()((step) => ({
  kind: 'disk.release-later',
  attemptsMax: forever,
  steps: [
    step({
      name: 'release',
      async commit(tx, { input, now }) {
        const [row] = await tx.all(disksByKeys, { keys: [input.key] });
        if (row === undefined || row.state !== 'recycled') return;
        await beginDeletion(tx, diskOf(row), { request: null, now });
      },
    }),
  ],
}));

interface Asked {
  /** The id of the request that asked for it; null where a timer did. */
  readonly request: string | null;
  readonly now: number;
}

/** Begins to delete a disk. @throws Error where another operation is under way on it */
export async function beginDeletion(tx: Tx, disk: Disk, { request, now }: Asked): Promise<void> {
  const start = { target: diskTarget(disk.key), input: { keys: [disk.key] }, now };
  if ((await startWorkflow(tx, deleteWorkflowOf, start)) === 'busy') {
    throw new Error('Another operation is under way.');
  }
  await changeDisk(tx, disk, {
    state: 'deleting',
    generation: disk.generation + 1,
    operation: { action: 'delete', state: 'operating', request, at: now },
  });
}

/** Puts a disk that is attached to none into the recycle bin, which a timer empties. */
export async function recycleDisk(
  tx: Tx,
  disk: Disk,
  at: {
    readonly now: number;
    readonly recycleBinMs: number;
    readonly operation: OperationChange<DiskOperation>;
    readonly change?: DiskChange;
  },
): Promise<void> {
  const { now, recycleBinMs, operation } = at;
  const free = { instance: null, device: null, recycledAt: now } as const;
  await changeDisk(tx, disk, { state: 'recycled', ...free, ...at.change, operation });
  await startWorkflow(tx, releaseDiskWorkflow, {
    target: diskRecycleTarget(disk.key),
    input: { key: disk.key },
    now,
    dueAt: now + recycleBinMs,
  });
}
