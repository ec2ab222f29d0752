import type { Key } from '#kernel/key.ts';
import { attachedDisks, beginGrowth } from '../../disk/growth.ts';
import { payGrowth } from '../../disk/pay-growth.ts';
import type { Disk } from '../../disk/disk.ts';
import { diskTarget } from '../../disk/targets.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { begin } from '../begin.ts';
import { instanceDiskFaults } from '../instance-disk-faults.ts';
import { instanceFaults } from '../faults.ts';
import type { Instance } from '../instance.ts';
import { requireIdle, requireInstances, requireState } from '../require.ts';
import { resizeDiskWorkflow } from '../workflows/resize-disk.ts';

export interface DiskNamed {
  readonly instance: Key<'instance'>;
  readonly region: string;
  /** The system disk, a data disk, or the one data disk that it may be. */
  readonly disk: 'system' | 'data' | { readonly key: Key<'disk'> };
}

/**
 * The disk that is resized together with its instance (seed 004 L15090-15098): the system disk
 * where that is in the cloud, or a data disk that was bought with the instance; on a host of one's
 * own a local data disk alone (L15301).
 */
export const diskToResize = verb(
  [
    instanceFaults.notFound,
    instanceDiskFaults.notOfInstance,
    instanceDiskFaults.notBoughtWithIt,
    instanceDiskFaults.severalNamed,
    instanceDiskFaults.localOnly,
    instanceDiskFaults.localSystemDisk,
    instanceDiskFaults.localNotHere,
  ],
  async (scope: ReadScope, request: DiskNamed): Promise<Disk> => {
    const [instance] = await requireInstances(scope, [request.instance], request.region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: request.instance });
    const disk = namedDisk(instance, await attachedDisks(scope, instance), request);
    requireKind(scope, instance, disk);
    return disk;
  },
);

function namedDisk(
  { key: instance }: Instance,
  disks: readonly Disk[],
  { disk: named }: DiskNamed,
): Disk {
  if (typeof named === 'object') {
    const disk = disks.find(({ key, role }) => key === named.key && role === 'data');
    if (disk !== undefined) return disk;
    throw instanceDiskFaults.notOfInstance({ disk: named.key, instance });
  }
  const meant = disks.filter(({ role }) => role === named);
  const [disk, ...others] = named === 'system' ? meant : meant.filter(isBoughtWithInstance);
  if (disk === undefined) throw instanceDiskFaults.notBoughtWithIt({ instance });
  if (others.length > 0) throw instanceDiskFaults.severalNamed();
  return disk;
}

/** One that is paid with its instance; one that is paid for itself is elastic. */
function isBoughtWithInstance({ chargeType }: Disk): boolean {
  return chargeType === null;
}

function requireKind(
  { cloud }: ReadScope,
  { key: instance, chargeType }: Instance,
  disk: Disk,
): void {
  const { category, role, doc } = disk;
  const kind = cloud.catalogue.diskKind(category, doc.performanceLevel);
  const isLocal = kind.startsWith('local-');
  const isOnOwnHost = chargeType === 'dedicated-host';
  if (role === 'system') {
    if (isLocal) throw instanceDiskFaults.localSystemDisk({ instance });
    return;
  }
  if (!isBoughtWithInstance(disk)) throw instanceDiskFaults.notBoughtWithIt({ instance });
  if (isOnOwnHost && !isLocal) throw instanceDiskFaults.localOnly({ instance });
  if (!isOnOwnHost && isLocal) throw instanceDiskFaults.localNotHere({ instance });
}

export interface DiskResize {
  readonly instance: Key<'instance'>;
  readonly region: string;
  /** As `diskToResize` answers it. */
  readonly disk: Disk;
  readonly sizeGiB: number;
  /** What becomes of an instance that runs. */
  readonly running: 'as-it-is' | 'stop-and-start' | 'refuse';
}

/** Makes a disk of an instance larger (L15088). */
export const resizeDisk = verb(
  [
    instanceFaults.notFound,
    instanceFaults.wrongState,
    instanceFaults.faulty,
    instanceFaults.inProgress,
    instanceFaults.stoppedWithoutCharge,
    beginGrowth,
    payGrowth,
  ],
  async (scope: Scope, request: DiskResize): Promise<void> => {
    const { instance: key, region, disk, sizeGiB, running } = request;
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    const { state, stopMode } = instance;
    requireState(instance, 'resize-disk', 'resize-disk');
    requireIdle(instance, 'resize-disk');
    const runs = state === 'running';
    if (runs && running === 'refuse') throw instanceFaults.wrongState({ instance: key, state });
    if (!runs && stopMode === 'stop-charging') {
      throw instanceFaults.stoppedWithoutCharge({ instance: key });
    }
    await payGrowth(scope, [disk], sizeGiB);
    await beginGrowth(scope, disk, sizeGiB);
    const stops = runs && running === 'stop-and-start';
    await begin(scope, instance, {
      operation: 'resize-disk',
      state: stops ? 'stopping' : state,
      workflow: resizeDiskWorkflow,
      also: [diskTarget(disk.key)],
      input: {
        key,
        power: stops ? 'stop-and-start' : 'as-it-is',
        mode: 'soft-then-hard',
        disk: disk.key,
        fromGiB: disk.sizeGiB,
      },
    });
  },
);
