import type { Key } from '#kernel/key.ts';
import type { Instance } from '../../instance/instance.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { changeDisk } from '../change.ts';
import type { Disk } from '../disk.ts';
import { diskFaults } from '../faults.ts';
import { requireDisks, requireDiskState } from '../require.ts';
import { paidDisk } from '../shown-state.ts';

export interface PaidWithInstance {
  readonly keys: ReadonlyArray<Key<'disk'>>;
  /** To which the disks are attached. */
  readonly instance: Instance;
  /** With the instance, for as long as that is paid in advance, or by the hour. */
  readonly pays: 'with it' | 'by the hour';
}

/**
 * Has data disks of an instance that is paid in advance paid with it, which they then stay with, or
 * by the hour, as disks that can be taken away. What is so already stays.
 */
export const payWithInstance = verb(
  [
    diskFaults.notFound,
    diskFaults.notAttached,
    diskFaults.notPortable,
    diskFaults.instanceNotPrepaid,
    diskFaults.wrongState,
    diskFaults.inProgress,
  ],
  async (scope: Scope, { keys, instance, pays }: PaidWithInstance): Promise<void> => {
    const disks = await requireDisks(scope, keys, null);
    if (instance.chargeType !== 'prepaid') throw diskFaults.instanceNotPrepaid();
    for (const disk of disks) {
      if (disk.instance !== instance.key) throw diskFaults.notAttached({ disk: disk.key });
      if (disk.role === 'system') throw diskFaults.notPortable({ disk: disk.key });
      requireDiskState(disk, 'modify');
    }
    const { db, now: at, requestId: request } = scope;
    const operation = { action: 'change', state: 'success', request, at } as const;
    for (const disk of disks) {
      const change = changeOf(disk, { instance, pays });
      if (change !== undefined) await changeDisk(db, disk, { ...change, operation });
    }
  },
);

function changeOf(disk: Disk, { instance, pays }: Omit<PaidWithInstance, 'keys'>) {
  const isPaidWithIt = disk.chargeType === null;
  if (isPaidWithIt === (pays === 'with it')) return undefined;
  if (pays === 'with it') return { chargeType: null, portable: false } as const;
  // From now on its project and group are its own.
  const { project, resourceGroup } = paidDisk(disk, instance);
  return { chargeType: 'postpaid', portable: true, project, resourceGroup } as const;
}
