import type { Key } from '#kernel/key.ts';
import { instanceFaults } from '../../instance/faults.ts';
import { requireInstances } from '../../instance/require.ts';
import { instanceTarget } from '../../instance/timers.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { requireMachine } from '../attachable.ts';
import { beginOnDisks } from '../begin.ts';
import { diskFaults } from '../faults.ts';
import { payGrowth } from '../pay-growth.ts';
import { requireDisks, requireDiskState } from '../require.ts';
import { bookDiskRoom } from '../room.ts';
import { resizeWorkflowOf } from '../workflows/resize.ts';

export interface ResizeRequest {
  readonly region: string | null;
  readonly keys: ReadonlyArray<Key<'disk'>>;
  readonly sizeGiB: number;
}

/**
 * Makes disks larger, of one instance or of none, all of them or none. Which sizes are sold is the
 * dialect's to say. An attached disk grows while its machine runs or stands still. Answers the
 * order of those that are paid in advance.
 */
export const resizeDisks = verb(
  [
    diskFaults.notFound,
    diskFaults.wrongState,
    diskFaults.inProgress,
    diskFaults.sizeNotLarger,
    diskFaults.instanceWrongState,
    diskFaults.noRoom,
    diskFaults.notSupportedHere,
    instanceFaults.notFound,
    payGrowth,
  ],
  async (scope: Scope, { region, keys, sizeGiB }: ResizeRequest): Promise<string | null> => {
    const disks = await requireDisks(scope, keys, region);
    for (const disk of disks) {
      requireDiskState(disk, 'resize');
      if (sizeGiB <= disk.sizeGiB) throw diskFaults.sizeNotLarger({ disk: disk.key });
    }
    const lacks = scope.cloud.supply.lacks('resize');
    if (lacks !== undefined) throw diskFaults.notSupportedHere({ message: lacks });
    const holders = [...new Set(disks.flatMap(({ instance }) => instance ?? []))];
    for (const instance of await requireInstances(scope, holders, region)) requireMachine(instance);
    const before: Record<string, number> = {};
    for (const { key, zone, host, sizeGiB: had } of disks) {
      if (host !== null && !(await bookDiskRoom(scope.db, host, sizeGiB - had))) {
        throw diskFaults.noRoom({ zone, disk: key });
      }
      before[key] = had;
    }
    const order = await payGrowth(scope, disks, sizeGiB);
    await beginOnDisks(scope, {
      disks,
      operation: 'resize',
      state: 'resizing',
      workflow: resizeWorkflowOf,
      input: { keys: disks.map(({ key }) => key), before },
      shares: holders.map(instanceTarget),
      change: () => ({ sizeGiB }),
    });
    return order;
  },
);
