import { diskTypeOf } from '#catalogue/tencent/disks.ts';
import type { InstanceDisk } from '#resources/disk/disk.ts';
import type { InferOut } from '#wire/infer.ts';
import type { instanceShape } from './instance-shapes.ts';
import { ownOfDisk } from './own.ts';

type Rendered = InferOut<typeof instanceShape>;

/** One that failed to launch has given its disk back: there is nothing to show of it. */
const gone: Rendered['SystemDisk'] = { DiskType: '', DiskSize: 0, CdcId: null, DiskName: '' };

/** SystemDisk of an instance (struct text of seed 004, L39174-39234). */
export function renderSystemDisk(disk: InstanceDisk | undefined): Rendered['SystemDisk'] {
  if (disk === undefined) return gone;
  return {
    DiskType: diskTypeOf(disk.category),
    DiskId: disk.key,
    DiskSize: disk.sizeGiB,
    CdcId: null,
    DiskName: disk.name ?? '',
    Encrypt: disk.doc.encrypted ?? false,
    KmsKeyId: ownOfDisk(disk).KmsKeyId,
  };
}

/** One of DataDisks (struct text of seed 004, L36151-36286). */
export function renderDataDisk(disk: InstanceDisk): Rendered['DataDisks'][number] {
  const own = ownOfDisk(disk);
  return {
    DiskSize: disk.sizeGiB,
    DiskType: diskTypeOf(disk.category),
    DiskId: disk.key,
    DeleteWithInstance: disk.deleteWithInstance,
    SnapshotId: disk.snapshot ?? undefined,
    Encrypt: disk.doc.encrypted ?? false,
    KmsKeyId: own.KmsKeyId ?? null,
    ThroughputPerformance: own.ThroughputPerformance ?? null,
    CdcId: null,
    BurstPerformance: own.BurstPerformance ?? false,
    DiskName: disk.name ?? '',
  };
}
