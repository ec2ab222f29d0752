import type { Key } from '#kernel/key.ts';
import { attachedDisks } from '../../disk/growth.ts';
import { changeDisk } from '../../disk/change.ts';
import type { Disk } from '../../disk/disk.ts';
import { requireDiskState } from '../../disk/require.ts';
import { diskFaults } from '../../disk/faults.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { doneAtOnce } from '../begin.ts';
import { changeInstance } from '../change.ts';
import { instanceDiskFaults } from '../instance-disk-faults.ts';
import { instanceFaults } from '../faults.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';

/** A category of disks in the cloud, and which sizes it is sold in. */
export interface Medium {
  readonly category: string;
  /** GiB, least and most. */
  readonly sizes: readonly [number, number];
}

export interface MediumChange {
  readonly instance: Key<'instance'>;
  readonly region: string;
  /** Undefined: that disk is not named. */
  readonly system: Medium | undefined;
  readonly data: Medium | undefined;
}

/**
 * Moves the local disks of a stopped instance to media in the cloud (seed 004 L18300-18312). Both
 * are in the same storage of the host underneath, so that no data have to be copied.
 */
export const changeMedium = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    instanceDiskFaults.spot,
    instanceDiskFaults.notLocal,
    instanceDiskFaults.movedTogether,
    instanceDiskFaults.sizeNotForMedium,
    diskFaults.wrongState,
    diskFaults.inProgress,
  ],
  async (scope: Scope, change: MediumChange): Promise<void> => {
    const { instance: key, region } = change;
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    requireState(instance, 'change-medium', 'change-medium');
    requireIdle(instance, 'change-medium');
    if (instance.stopMode === 'stop-charging') {
      throw instanceFaults.stoppedWithoutCharge({ instance: key });
    }
    if (instance.chargeType === 'spot') throw instanceDiskFaults.spot({ instance: key });
    const moves = movesOf(scope, await attachedDisks(scope, instance), change);
    for (const { disk, medium } of moves) {
      const portable = disk.role === 'data';
      await changeDisk(scope.db, disk, {
        category: medium.category,
        portable,
        meteredAt: scope.now,
      });
    }
    const operation = doneAtOnce(scope, 'change-medium');
    await changeInstance(scope.db, instance, { operation });
  },
);

interface Move {
  readonly disk: Disk;
  readonly medium: Medium;
}

function movesOf(
  { cloud }: Scope,
  disks: readonly Disk[],
  { instance, ...media }: MediumChange,
): readonly Move[] {
  const local = disks.filter(({ category, doc }) =>
    cloud.catalogue.diskKind(category, doc.performanceLevel).startsWith('local-'),
  );
  const named = (['system', 'data'] as const).filter((role) => media[role] !== undefined);
  const there = new Set(local.map(({ role }) => role));
  if (!named.every((role) => there.has(role))) throw instanceDiskFaults.notLocal({ instance });
  return local.map((disk) => {
    requireDiskState(disk, 'modify');
    const medium = media[disk.role];
    if (medium === undefined) throw instanceDiskFaults.movedTogether();
    const [minGiB, maxGiB] = medium.sizes;
    if (disk.sizeGiB >= minGiB && disk.sizeGiB <= maxGiB) return { disk, medium };
    throw instanceDiskFaults.sizeNotForMedium({ minGiB, maxGiB });
  });
}
