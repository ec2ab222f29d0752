import { diskCategoryOf, performanceOf } from '#catalogue/aliyun/disks.ts';
import type { Disk } from '#resources/disk/disk.ts';
import type { AttachedDisk } from '#resources/disk/verbs/list-disks.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { instantText } from '#wire/instants.ts';
import { NEVER } from '../instance/render-instance.ts';
import { chargeTypeWords, locksOf } from '../instance/words.ts';

/** What this vendor alone knows of a disk, under the names of its parameters. */
interface DiskOwn {
  readonly Device?: string;
  readonly ProvisionedIops?: number;
  readonly BurstingEnabled?: boolean;
}

/** Of snapshots, sharing and moves, which no disk here has. */
const absent = {
  AutoSnapshotPolicyId: '',
  BdfId: '',
  DeleteAutoSnapshot: false,
  DetachedTime: '',
  EnableAutoSnapshot: false,
  EnableAutomatedSnapshotPolicy: false,
  KMSKeyId: '',
  MountInstanceNum: 0,
  MountInstances: [],
  MultiAttach: 'Disabled',
  Portable: false,
  ProductCode: '',
  SourceDiskId: '',
  SourceSnapshotId: '',
  StorageClusterId: '',
  StorageSetId: '',
  StorageSetPartitionNumber: 0,
};

/** A disk as DescribeDisks shows it; `all` are those of its instance, the system disk first. */
export function renderDisk(
  { disk, instance }: AttachedDisk,
  { all, tags }: { readonly all: readonly Disk[]; readonly tags: readonly Tag[] | undefined },
) {
  const { expiresAt } = instance;
  const own: DiskOwn = disk.doc.own ?? {};
  const category = diskCategoryOf(disk.category);
  const level = disk.doc.performanceLevel;
  const { iops, throughput } = performanceOf(category, { sizeGiB: disk.sizeGiB, level });
  const device = own.Device ?? deviceOf(all.findIndex(({ key }) => key === disk.key));
  const attachment = {
    AttachedTime: instantText(disk.createdAt, 'seconds'),
    Device: device,
    InstanceId: instance.key,
  };
  return {
    ...absent,
    ...attachment,
    Attachments: [attachment],
    BurstingEnabled: own.BurstingEnabled ?? false,
    Category: category,
    CreationTime: disk.createdAt,
    DeleteWithInstance: disk.deleteWithInstance,
    Description: disk.doc.description ?? '',
    DiskChargeType: chargeTypeWords[instance.chargeType],
    DiskId: disk.key,
    DiskName: disk.name ?? '',
    Encrypted: disk.doc.encrypted ?? false,
    ExpiredTime: expiresAt === null ? NEVER : instantText(expiresAt, 'minutes'),
    IOPS: iops,
    IOPSRead: iops,
    IOPSWrite: iops,
    ImageId: disk.role === 'system' ? instance.image : undefined,
    OperationLocks: locksOf(instance).map((LockReason) => ({ LockReason })),
    PerformanceLevel: level ?? '',
    ProvisionedIops: own.ProvisionedIops ?? 0,
    RegionId: instance.region,
    ResourceGroupId: instance.resourceGroup ?? '',
    SerialNumber: disk.key,
    Size: disk.sizeGiB,
    Status: instance.state === 'creating' ? 'Creating' : 'In_use',
    Tags: (tags ?? []).map(({ name, value }) => ({ TagKey: name, TagValue: value })),
    Throughput: throughput,
    ThroughputRead: throughput,
    ThroughputWrite: throughput,
    Type: disk.role,
    ZoneId: instance.zone,
  };
}

const FIRST_LETTER = 'a'.codePointAt(0) ?? 0;

/** The n-th disk of an instance, from 0: /dev/xvda is the system's. */
function deviceOf(position: number): string {
  return `/dev/xvd${String.fromCodePoint(FIRST_LETTER + Math.max(position, 0))}`;
}
