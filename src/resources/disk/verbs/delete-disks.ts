import type { Key } from '#kernel/key.ts';
import { cancelWorkflows } from '#workflow/cancel.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { beginOnDisks } from '../begin.ts';
import type { Disk } from '../disk.ts';
import { diskFaults } from '../faults.ts';
import { requireDisks, requireDiskState } from '../require.ts';
import { diskExpiryTarget, diskRecycleTarget } from '../targets.ts';
import { deleteWorkflowOf } from '../workflows/delete.ts';
import { recycleDisk } from '../workflows/release-later.ts';

export interface DiskDeletion {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'disk'>>;
  /** What becomes of one that is paid for in advance: the recycle bin first, or a refusal. */
  readonly prepaid: 'recycle' | 'refuse';
}

/** Deletes disks that are attached to none, or puts them into the bin: all of them or none. */
export const deleteDisks = verb(
  [
    diskFaults.notFound,
    diskFaults.attached,
    diskFaults.wrongState,
    diskFaults.inProgress,
    diskFaults.notExpired,
  ],
  async (scope: Scope, { region, keys, prepaid }: DiskDeletion): Promise<void> => {
    const disks = await requireDisks(scope, keys, region);
    for (const disk of disks) {
      if (disk.instance !== null) throw diskFaults.attached({ disk: disk.key });
      requireDiskState(disk, 'delete');
    }
    const first = disks.filter(
      (disk) => disk.chargeType === 'prepaid' && disk.state !== 'recycled',
    );
    const [paid] = first.filter(({ expiresAt }) => (expiresAt ?? 0) > scope.now);
    if (paid !== undefined && prepaid === 'refuse') throw diskFaults.notExpired({ disk: paid.key });
    const recycled = prepaid === 'recycle' ? first : [];
    for (const disk of recycled) await recycle(scope, disk);
    for (const disk of disks) {
      if (recycled.includes(disk)) continue;
      await cancelWorkflows(scope.db, [diskExpiryTarget(disk.key), diskRecycleTarget(disk.key)]);
      await beginOnDisks(scope, {
        disks: [disk],
        operation: 'delete',
        state: 'deleting',
        workflow: deleteWorkflowOf,
        input: { keys: [disk.key] },
      });
    }
  },
);

async function recycle({ db, now, requestId, cloud }: Scope, disk: Disk): Promise<void> {
  const { recycleBinMs } = cloud.configuration;
  const operation = { action: 'recycle', state: 'success', request: requestId, at: now } as const;
  await cancelWorkflows(db, [diskExpiryTarget(disk.key)]);
  await recycleDisk(db, disk, { now, recycleBinMs, operation });
}
