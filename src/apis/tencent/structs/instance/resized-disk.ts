import { request } from '../../cvm/models/resize-instance-disks.ts';
import {
  dataDiskGiB,
  diskTypeOf,
  isDiskType,
  ssdOfInstanceGiBMin,
  systemDiskGiB,
} from '#catalogue/tencent/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import type { Disk } from '#resources/disk/disk.ts';
import { instanceDiskFaults } from '#resources/instance/instance-disk-faults.ts';
import { diskToResize, type DiskNamed } from '#resources/instance/verbs/resize-disk.ts';
import type { ReadScope } from '#resources/scope.ts';
import { verb } from '#resources/verb.ts';
import { id } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { each, overlay } from '#wire/overlay.ts';
import { requireDiskOfInstance, requireDiskSize } from './disks.ts';
import { instanceIdMeant } from './instance-ids.ts';

/** What of a disk says nothing where it is made larger (seed 004 L36193). */
const silent = { deprecated: true } as const;
const elseSilent = each(['DiskType', 'CdcId', 'DiskName', 'Encrypt', 'KmsKeyId'], silent);

/** The input of ResizeInstanceDisks and of its inquiry (L15120-15165). */
export const resizeInput = overlay(request, {
  InstanceId: instanceIdMeant,
  DataDisks: {
    item: {
      fields: {
        ...elseSilent,
        ...each(
          ['DeleteWithInstance', 'SnapshotId', 'ThroughputPerformance', 'BurstPerformance'],
          silent,
        ),
        DiskId: id('disk', { empty: 'absent', reasons: { malformed: diskFaults.malformed } }),
      },
    },
  },
  ForceStop: { default: false },
  SystemDisk: { fields: { ...elseSilent, DiskId: silent } },
  ResizeOnline: { default: false },
});

export type ResizeAsked = Pick<InferIn<typeof resizeInput>, 'InstanceId' | 'DataDisks'> &
  Partial<InferIn<typeof resizeInput>>;

export interface Resized {
  readonly disk: Disk;
  readonly sizeGiB: number;
}

/** The disk that is meant, and how large it is to be: one data disk, or the system disk. */
export const resizedDisk = verb(
  [
    diskToResize,
    instanceDiskFaults.noneNamed,
    diskFaults.sizeOutOfRange,
    diskFaults.dataSizeTooSmall,
    diskFaults.dataSizeOutOfRange,
    diskFaults.dataSizeStep,
  ],
  async (
    context: ReadScope & { readonly region: string },
    { InstanceId: instance, DataDisks: data = [], SystemDisk: system }: ResizeAsked,
  ): Promise<Resized> => {
    const { region } = context;
    const [asked, ...others] = data;
    if (asked === undefined && system === undefined) throw instanceDiskFaults.noneNamed();
    const several = others.length > 0 || (asked !== undefined && system !== undefined);
    if (several) throw instanceDiskFaults.severalNamed();
    const sizeGiB = asked?.DiskSize ?? system?.DiskSize;
    if (sizeGiB === undefined) throw instanceDiskFaults.noneNamed();
    const named = asked === undefined ? 'system' : dataDiskNamed(asked.DiskId);
    const disk = await diskToResize(context, { instance, region, disk: named });
    requireSize(disk, sizeGiB);
    return { disk, sizeGiB };
  },
);

/** The data disk of an id; without one, the one that it may be. */
function dataDiskNamed(key: string | undefined): DiskNamed['disk'] {
  return key === undefined ? 'data' : { key };
}

function requireSize({ role, category }: Disk, sizeGiB: number): void {
  if (role === 'data') {
    const type = diskTypeOf(category);
    if (!isDiskType(type)) return;
    requireDiskOfInstance(type, sizeGiB);
    requireDiskSize(type, sizeGiB);
    return;
  }
  const { min, max } = systemDiskGiB;
  if (sizeGiB >= min && sizeGiB <= max) return;
  throw diskFaults.sizeOutOfRange({ minGiB: min, maxGiB: max });
}

/** The sizes that a type of data disks is sold in; of system disks those of all. */
export function sizesOf(role: 'system' | 'data', type: keyof typeof dataDiskGiB) {
  const [min, max] = dataDiskGiB[type];
  if (role === 'system') return [min, systemDiskGiB.max] as const;
  return [type === 'CLOUD_SSD' ? ssdOfInstanceGiBMin : min, max] as const;
}
