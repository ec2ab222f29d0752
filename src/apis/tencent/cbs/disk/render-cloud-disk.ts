import { diskTypeOf } from '#catalogue/tencent/disks.ts';
import type { AttachedDisk } from '#resources/disk/verbs/list-disks.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { instantText } from '#wire/instants.ts';
import { ownOfDisk } from '../../structs/instance/own.ts';
import { renewals } from '../../structs/instance/words.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { diskStateOf, usages } from './disk-filters.ts';

const DAY_MS = 24 * 60 * 60_000;
/** ReturnFailCode of disks that go with their instance. */
const NOT_RETURNABLE = 10;

/** What no disk here has or does: snapshots, backups, sharing, rollbacks and moves. */
const nothing = {
  SnapshotCount: 0,
  SnapshotSize: 0,
  SnapshotAbility: false,
  AutoRenewFlagError: false,
  DeadlineError: false,
  Rollbacking: false,
  RollbackPercent: 0,
  Migrating: false,
  MigratePercent: 0,
  InstanceIdList: [],
  Shareable: false,
  BackupDisk: false,
  DeleteSnapshot: 0,
  DiskBackupQuota: 0,
  DiskBackupCount: 0,
  AttachMode: 'VF',
  InstanceType: 'CVM',
  ErrorPrompt: '',
  Portable: false,
  IsReturnable: false,
  ReturnFailCode: NOT_RETURNABLE,
};

/** A disk as DescribeDisks shows it. */
export function renderCloudDisk(
  { disk, instance }: AttachedDisk,
  more: { readonly tags: readonly Tag[] | undefined; readonly now: number },
) {
  const { prepaid, expiresAt, project, zone } = instance;
  const own = ownOfDisk(disk);
  const state = diskStateOf(instance.state);
  const encrypted = disk.doc.encrypted ?? false;
  return {
    ...nothing,
    DiskId: disk.key,
    DiskName: disk.name ?? '',
    DiskUsage: usages[disk.role],
    DiskType: diskTypeOf(disk.category),
    DiskSize: disk.sizeGiB,
    DiskState: state,
    Attached: state !== 'ATTACHING',
    InstanceId: instance.key,
    LastAttachInsId: instance.key,
    DeleteWithInstance: disk.deleteWithInstance,
    DiskChargeType: prepaid === null ? 'POSTPAID_BY_HOUR' : 'PREPAID',
    RenewFlag: renewals.words[prepaid?.renewal ?? 'manual'],
    DeadlineTime: expiresAt === null ? '' : instantText(expiresAt, 'spaced'),
    DifferDaysOfDeadline: expiresAt === null ? null : Math.floor((expiresAt - more.now) / DAY_MS),
    CreateTime: disk.createdAt,
    Placement: {
      Zone: zone,
      ProjectId: project,
      ProjectName: project === 0 ? '默认项目' : '',
      CageId: '',
      CdcId: '',
      CdcName: '',
      DedicatedClusterId: '',
    },
    Encrypt: encrypted,
    EncryptType: encrypted ? 'ENCRYPT_V2' : '',
    KmsKeyId: own.KmsKeyId ?? '',
    ThroughputPerformance: own.ThroughputPerformance ?? 0,
    BurstPerformance: own.BurstPerformance ?? false,
    Tags: shownTags(more.tags),
  };
}
