import { diskCategoryOf, performanceOf } from '#catalogue/aliyun/disks.ts';
import { paidDisk, shownDiskState } from '#resources/disk/shown-state.ts';
import type { DiskState } from '#resources/disk/states.ts';
import type { ListedDisk } from '#resources/disk/verbs/list-disks.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { instantText } from '#wire/instants.ts';
import { NEVER } from '../instance/render-instance.ts';
import { chargeTypeWords, locksOf } from '../instance/words.ts';

/** What this vendor alone knows of a disk, under the names of its parameters. */
interface DiskOwn {
  readonly ProvisionedIops?: number;
  readonly BurstingEnabled?: boolean;
}

/** Of policies, sharing and moves, which no disk here has. */
const absent = {
  AutoSnapshotPolicyId: '',
  BdfId: '',
  EnableAutoSnapshot: false,
  EnableAutomatedSnapshotPolicy: false,
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

/** Status; a disk in the recycle bin is shown by its lock. */
export const diskStatusWords: Readonly<Record<DiskState, string>> = {
  creating: 'Creating',
  available: 'Available',
  attaching: 'Attaching',
  'in-use': 'In_use',
  detaching: 'Detaching',
  resizing: 'In_use',
  restoring: 'ReIniting',
  recycled: 'In_use',
  deleting: 'Available',
};

/** A disk as DescribeDisks shows it. */
export function renderDisk(
  { disk, instance }: ListedDisk,
  { tags }: { readonly tags: readonly Tag[] | undefined },
) {
  const { expiresAt, chargeType, resourceGroup } = paidDisk(disk, instance);
  const own: DiskOwn = disk.doc.own ?? {};
  const category = diskCategoryOf(disk.category);
  const level = disk.doc.performanceLevel;
  const { iops, throughput } = performanceOf(category, { sizeGiB: disk.sizeGiB, level });
  const { attachedAt, detachedAt } = disk;
  const attachment = {
    AttachedTime: attachedAt === null ? '' : instantText(attachedAt, 'seconds'),
    Device: disk.device === null ? '' : `/dev/xvd${disk.device}`,
    InstanceId: instance?.key ?? '',
  };
  const locks = instance === null ? [] : locksOf(instance);
  const state = shownDiskState(disk, instance);
  return {
    ...absent,
    ...attachment,
    Attachments: instance === null ? [] : [attachment],
    BurstingEnabled: own.BurstingEnabled ?? false,
    Category: category,
    CreationTime: disk.createdAt,
    DeleteAutoSnapshot: disk.deleteAutoSnapshot,
    DeleteWithInstance: disk.deleteWithInstance,
    Description: disk.doc.description ?? '',
    DiskChargeType: chargeTypeWords[chargeType],
    DetachedTime: detachedAt === null ? '' : instantText(detachedAt, 'seconds'),
    DiskId: disk.key,
    DiskName: disk.name ?? '',
    Encrypted: disk.doc.encrypted ?? false,
    ExpiredTime: expiresAt === null ? NEVER : instantText(expiresAt, 'minutes'),
    IOPS: iops,
    IOPSRead: iops,
    IOPSWrite: iops,
    ImageId: disk.role === 'system' ? instance?.image : undefined,
    OperationLocks: locks.map((LockReason) => ({ LockReason })),
    PerformanceLevel: level ?? '',
    Portable: disk.portable,
    ProvisionedIops: own.ProvisionedIops ?? 0,
    RegionId: disk.region,
    ResourceGroupId: resourceGroup ?? '',
    SerialNumber: disk.key,
    Size: disk.sizeGiB,
    Status: instance?.state === 'creating' ? 'Creating' : diskStatusWords[state],
    SourceSnapshotId: disk.snapshot ?? '',
    Tags: (tags ?? []).map(({ name, value }) => ({ TagKey: name, TagValue: value })),
    Throughput: throughput,
    ThroughputRead: throughput,
    ThroughputWrite: throughput,
    Type: disk.role,
    ZoneId: disk.zone,
  };
}
