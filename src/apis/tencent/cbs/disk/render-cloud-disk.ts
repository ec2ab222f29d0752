import { diskTypeOf } from '#catalogue/tencent/disks.ts';
import { rollbackProgressOf } from '#resources/disk/disk.ts';
import { paidDisk, shownDiskState } from '#resources/disk/shown-state.ts';
import type { ListedDisk } from '#resources/disk/verbs/list-disks.ts';
import type { SnapshotCount } from '#resources/snapshot/usage.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { instantText } from '#wire/instants.ts';
import { ownOfDisk } from '../../structs/instance/own.ts';
import { renewals } from '../../structs/instance/words.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { stateWords, usages } from './disk-filters.ts';

const DAY_MS = 24 * 60 * 60_000;
/** ReturnFailCode of disks that can be given back, and of those that are attached. */
const RETURNABLE = 1;
const IS_ATTACHED = 8;

/** What no disk here has or does: sharing and moves. */
const nothing = {
  AutoRenewFlagError: false,
  DeadlineError: false,
  Migrating: false,
  MigratePercent: 0,
  InstanceIdList: [],
  Shareable: false,
  BackupDisk: false,
  AttachMode: 'VF',
  InstanceType: 'CVM',
};

export interface BesideDisk {
  readonly tags: readonly Tag[] | undefined;
  readonly snapshots: SnapshotCount | undefined;
  readonly backups: number | undefined;
  readonly now: number;
}

const MIB_PER_GIB = 1_024;

/** A disk as DescribeDisks shows it. */
export function renderCloudDisk({ disk, instance }: ListedDisk, more: BesideDisk) {
  const { chargeType, prepaid, expiresAt, project } = paidDisk(disk, instance);
  const own = ownOfDisk(disk);
  const state = shownDiskState(disk, instance);
  const isAttached = instance !== null && state !== 'attaching';
  const encrypted = disk.doc.encrypted ?? false;
  return {
    ...nothing,
    DiskId: disk.key,
    DiskName: disk.name ?? '',
    DiskUsage: usages[disk.role],
    DiskType: diskTypeOf(disk.category),
    DiskSize: disk.sizeGiB,
    DiskState: stateWords[state],
    Attached: isAttached,
    InstanceId: instance?.key ?? '',
    LastAttachInsId: instance?.key ?? disk.lastInstance ?? '',
    Portable: disk.portable,
    IsReturnable: instance === null,
    ReturnFailCode: instance === null ? RETURNABLE : IS_ATTACHED,
    SnapshotCount: more.snapshots?.count ?? 0,
    SnapshotSize: (more.snapshots?.sizeGiB ?? 0) * MIB_PER_GIB,
    // Cloud disks have snapshots, and no others are shown.
    SnapshotAbility: true,
    DeleteSnapshot: disk.deleteAutoSnapshot ? 1 : 0,
    Rollbacking: state === 'restoring',
    RollbackPercent: rollbackProgressOf(disk, more.now),
    DiskBackupQuota: disk.backupQuota,
    DiskBackupCount: more.backups ?? 0,
    ErrorPrompt: disk.operationError ?? '',
    DeleteWithInstance: disk.deleteWithInstance,
    DiskChargeType: chargeType === 'prepaid' ? 'PREPAID' : 'POSTPAID_BY_HOUR',
    RenewFlag: renewals.words[prepaid?.renewal ?? 'manual'],
    DeadlineTime: expiresAt === null ? '' : instantText(expiresAt, 'spaced'),
    DifferDaysOfDeadline: expiresAt === null ? null : Math.floor((expiresAt - more.now) / DAY_MS),
    CreateTime: disk.createdAt,
    Placement: {
      Zone: disk.zone,
      ProjectId: project,
      ProjectName: project === 0 ? '默认项目' : '',
      CageId: '',
      CdcId: '',
      CdcName: '',
      DedicatedClusterId: '',
    },
    Encrypt: encrypted,
    EncryptType: encrypted ? (own.EncryptType ?? 'ENCRYPT_V2') : '',
    KmsKeyId: own.KmsKeyId ?? '',
    ThroughputPerformance: own.ThroughputPerformance ?? 0,
    BurstPerformance: own.BurstPerformance ?? false,
    Tags: shownTags(more.tags),
  };
}
