import type { Key } from '#kernel/key.ts';
import { ended } from '../../instance/begin.ts';
import { changeDisk } from '../change.ts';
import { diskWorkflow, type DisksInput } from './disk-workflow.ts';
import { volumeOf } from '../volume.ts';

export interface RestoreInput extends DisksInput {
  /** What the content of each comes from, by its key; empty again where there is none. */
  readonly snapshots: Readonly<Record<string, Key<'snapshot'>>>;
}

/** Gives disks the content of a snapshot, or none, as new ones have. */
export const restoreWorkflowOf = diskWorkflow<RestoreInput>({
  kind: 'disk.restore',
  ask: ({ services, input, beganAt, now }, disk) =>
    services.driver.volumes.restore(volumeOf(disk), input.snapshots[disk.key] ?? null, {
      beganAt,
      now,
    }),
  end: (tx, disk, { context: { now }, error }) =>
    changeDisk(tx, disk, {
      state: disk.instance === null ? 'available' : 'in-use',
      operation: ended(error, now),
    }),
});
