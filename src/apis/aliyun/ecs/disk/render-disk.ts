import { diskCategoryOf, performanceOf } from '#catalogue/aliyun/disks.ts';
import { paidDisk, shownDiskState } from '#resources/disk/shown-state.ts';
import type { ListedDisk } from '#resources/disk/verbs/list-disks.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { instantText } from '#wire/instants.ts';
import { NEVER } from '../instance/render-instance.ts';
import { chargeTypeWords } from '../instance/words.ts';
import { diskLocksOf, diskStatusOf } from './words.ts';

/** What this vendor alone knows of a disk, under the names of its parameters. */
interface DiskOwn {
  readonly ProvisionedIops?: number;
  readonly BurstingEnabled?: boolean;
}

/** Of disks that several instances share, of clusters and of markets, which none is of. */
const absent = {
  BdfId: '',
  KMSKeyId: '',
  MountInstanceNum: 0,
  MountInstances: [],
  MultiAttach: 'Disabled',
  ProductCode: '',
  SourceDiskId: '',
  StorageClusterId: '',
  StorageSetId: '',
  StorageSetPartitionNumber: 0,
};

export interface BesideDisk {
  readonly tags: readonly Tag[] | undefined;
  /** The automatic snapshot policy that it is bound to. */
  readonly policy: string | undefined;
}

/** A disk as DescribeDisks shows it. */
export function renderDisk({ disk, instance }: ListedDisk, { tags, policy }: BesideDisk) {
  const own: DiskOwn = disk.doc.own ?? {};
  const category = diskCategoryOf(disk.category);
  // One that was an ESSD before has its level still.
  const level = category === 'cloud_essd' ? disk.doc.performanceLevel : undefined;
  const { iops, throughput } = performanceOf(category, { sizeGiB: disk.sizeGiB, level });
  const { chargeType, expiresAt, resourceGroup } = paidDisk(disk, instance);
  const status = diskStatusOf(shownDiskState(disk, instance), instance);
  return {
    ...absent,
    ...attachmentsOf(disk, status),
    AutoSnapshotPolicyId: policy ?? '',
    BurstingEnabled: own.BurstingEnabled ?? false,
    Category: category,
    CreationTime: disk.createdAt,
    DeleteAutoSnapshot: disk.deleteAutoSnapshot,
    DeleteWithInstance: disk.deleteWithInstance,
    Description: disk.doc.description ?? '',
    DetachedTime: secondsText(disk.detachedAt),
    DiskChargeType: chargeTypeWords[chargeType],
    DiskId: disk.key,
    DiskName: disk.name ?? '',
    EnableAutoSnapshot: disk.autoSnapshot,
    EnableAutomatedSnapshotPolicy: policy !== undefined,
    Encrypted: disk.encrypted,
    ExpiredTime: expiresAt === null ? NEVER : instantText(expiresAt, 'minutes'),
    IOPS: iops,
    IOPSRead: iops,
    IOPSWrite: iops,
    ImageId: disk.role === 'system' ? instance?.image : undefined,
    OperationLocks: diskLocksOf(disk, instance).map((LockReason) => ({ LockReason })),
    PerformanceLevel: level ?? '',
    Portable: disk.portable,
    ProvisionedIops: own.ProvisionedIops ?? 0,
    RegionId: disk.region,
    ResourceGroupId: resourceGroup ?? '',
    SerialNumber: disk.key,
    Size: disk.sizeGiB,
    SourceSnapshotId: disk.snapshot ?? '',
    Status: status,
    Tags: (tags ?? []).map(({ name, value }) => ({ TagKey: name, TagValue: value })),
    Throughput: throughput,
    ThroughputRead: throughput,
    ThroughputWrite: throughput,
    Type: disk.role,
    ZoneId: disk.zone,
  };
}

function secondsText(at: number | null): string {
  return at === null ? '' : instantText(at, 'seconds');
}

/** Where it is attached, which the page says of one that is in use alone. */
export function attachmentsOf(
  { instance, device, attachedAt }: ListedDisk['disk'],
  status: string,
) {
  const AttachedTime = secondsText(attachedAt);
  if (status !== 'In_use' || instance === null) {
    return { AttachedTime, Device: '', InstanceId: '', Attachments: [] };
  }
  const Device = `/dev/xvd${device ?? ''}`;
  const attachment = { AttachedTime, Device, InstanceId: instance };
  return { ...attachment, Attachments: [attachment] };
}
