import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { dedicatedClusterFaults } from '#resources/dedicated-cluster/faults.ts';
import type { DiskDoc } from '#resources/disk/disk.ts';
import type { LaunchDisk } from '#resources/instance/launch-request.ts';
import { list, string } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { dataDisk } from '../../cvm/models/data-disk.ts';
import { systemDisk } from '../../cvm/models/system-disk.ts';
import type { InferIn } from '#wire/infer.ts';
import type { Fault } from '#kernel/fault.ts';
import type { DiskOwn } from './own.ts';

const diskName = string({ max: 128, reasons: { length: diskFaults.nameTooLong } });

/**
 * Sizes in GiB, least and most, that may be asked for. The document leaves them to a page of its
 * own (https://cloud.tencent.com/document/product/213/4952), but for CLOUD_SSD (L39901): the rest
 * is sample data.
 */
const systemDiskGiB = { min: 10, max: 2_048 } as const;
export const dataDiskGiB = {
  LOCAL_BASIC: [10, 1_600],
  LOCAL_SSD: [10, 7_000],
  CLOUD_BASIC: [10, 16_000],
  CLOUD_PREMIUM: [10, 32_000],
  CLOUD_SSD: [100, 32_000],
  CLOUD_HSSD: [20, 32_000],
  CLOUD_TSSD: [20, 32_000],
  CLOUD_BSSD: [20, 32_000],
} as const;
const DATA_DISK_STEP_GIB = 10;

type DataDiskType = keyof typeof dataDiskGiB;

/** Both kinds of system and data disks (struct texts of seed 004, L39174-39234, L36151-36286). */
const diskTypes = Object.keys(dataDiskGiB) as readonly DataDiskType[];
/** What comes with the type of instance and cannot be asked for (L36178-36186). */
const givenByType = ['LOCAL_NVME', 'LOCAL_PRO'];
/** What extra throughput can be bought for (L36256). */
const withThroughput = ['CLOUD_TSSD', 'CLOUD_HSSD'];

const systemDiskDefaults = { type: 'CLOUD_PREMIUM', sizeGiB: 50 } as const;

/** A UUID or an id such as kms-abcd1234 (L36248). */
const kmsKeyId = string({
  empty: 'absent',
  max: 128,
  pattern: /^(?:kms-[0-9a-z]{8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  reasons: { pattern: diskFaults.encryptionKeyMalformed },
});

/** SystemDisk of RunInstances; DiskId is of answers alone (L39209). */
export const systemDiskAsked = overlay(systemDisk, {
  DiskType: { values: diskTypes, default: systemDiskDefaults.type },
  DiskId: string({ deprecated: true }),
  DiskSize: { ...systemDiskGiB, reasons: { range: diskFaults.sizeOutOfRange } },
  CdcId: { empty: 'absent' },
  DiskName: diskName,
  KmsKeyId: kmsKeyId,
});

/** DataDisks: up to 21, of which one is local and twenty are in the cloud (L8698-8706). */
export const dataDisksAsked = list(
  overlay(dataDisk, {
    DiskSize: { min: 0, reasons: { range: diskFaults.dataSizeOutOfRange } },
    DiskType: { default: 'LOCAL_BASIC' },
    DiskId: string({ deprecated: true }),
    DeleteWithInstance: { default: true },
    SnapshotId: { empty: 'absent', reasons: { malformed: snapshotFaults.malformed } },
    Encrypt: { default: false },
    KmsKeyId: kmsKeyId,
    ThroughputPerformance: { min: 0, reasons: { range: diskFaults.throughputOutOfRange } },
    CdcId: { empty: 'absent' },
    BurstPerformance: { default: false },
    DiskName: diskName,
  }),
  { max: 21, reasons: { count: diskFaults.tooMany } },
);
const LOCAL_MAX = 1;
const CLOUD_MAX = 20;

type SystemDiskAsked = InferIn<typeof systemDiskAsked>;
type DataDiskAsked = InferIn<typeof dataDisksAsked>[number];

/** The system disk; as large as the image where that is more than the default. */
export function systemDiskOf(asked: SystemDiskAsked | undefined): LaunchDisk {
  if (asked?.CdcId !== undefined) throw cdcRefused();
  const category = asked?.DiskType ?? systemDiskDefaults.type;
  checkOptions(category, asked ?? {});
  return {
    category,
    sizeGiB: asked?.DiskSize ?? null,
    sizeGiBDefault: systemDiskDefaults.sizeGiB,
    name: asked?.DiskName ?? null,
    deleteWithInstance: true,
    doc: docOf(asked ?? {}),
  };
}

/** The data disks that are bought: a size of 0 says that one is not (L36161). */
export function dataDisksOf(asked: readonly DataDiskAsked[] | undefined): readonly LaunchDisk[] {
  const disks = (asked ?? []).filter(({ DiskSize }) => DiskSize > 0);
  const local = disks.filter(({ DiskType }) => DiskType.startsWith('LOCAL_')).length;
  if (local > LOCAL_MAX || disks.length - local > CLOUD_MAX) {
    const message = `DataDisks may have ${LOCAL_MAX} local disk and ${CLOUD_MAX} cloud disks.`;
    throw diskFaults.tooMany({ message });
  }
  return disks.map(dataDiskOf);
}

function dataDiskOf(asked: DataDiskAsked): LaunchDisk {
  const { DiskType: type, DiskSize: sizeGiB } = asked;
  if (asked.CdcId !== undefined) throw cdcRefused();
  if (givenByType.includes(type)) {
    const message = `${type} comes with the instance type and cannot be specified.`;
    throw diskFaults.categoryNotChosen({ message });
  }
  if (!isDataDiskType(type)) {
    const message = `DiskType must be one of ${diskTypes.join(', ')}.`;
    throw diskFaults.dataCategoryUnknown({ message });
  }
  checkSize(type, sizeGiB);
  if ((asked.ThroughputPerformance ?? 0) > 0 && !withThroughput.includes(type)) {
    const message = `ThroughputPerformance is for ${withThroughput.join(' and ')} alone.`;
    throw diskFaults.throughputNotForCategory({ message });
  }
  checkOptions(type, asked);
  if (asked.SnapshotId !== undefined) {
    // Nobody has a snapshot yet.
    throw snapshotFaults.notFound({ message: 'The snapshot does not exist.' });
  }
  return {
    category: type,
    sizeGiB,
    name: asked.DiskName ?? null,
    deleteWithInstance: asked.DeleteWithInstance,
    doc: docOf(asked),
  };
}

/** Cloud disks alone are encrypted, by a key of one's own too, and burst (L36221-36262). */
function checkOptions(type: string, { Encrypt, KmsKeyId, BurstPerformance }: DiskOptions): void {
  const needsCloud = Encrypt === true || BurstPerformance === true;
  if (needsCloud && type.startsWith('LOCAL_')) {
    const message = `Encrypt and BurstPerformance are for cloud disks, not for ${type}.`;
    throw diskFaults.optionNotForCategory({ message });
  }
  if (KmsKeyId !== undefined && Encrypt !== true) throw diskFaults.encryptionOffWithKey();
}

function isDataDiskType(type: string): type is DataDiskType {
  return Object.hasOwn(dataDiskGiB, type);
}

function checkSize(type: DataDiskType, sizeGiB: number): void {
  const [min, max] = dataDiskGiB[type];
  if (type === 'CLOUD_SSD' && sizeGiB < min) {
    const message = `A CLOUD_SSD data disk has at least ${min} GiB.`;
    throw diskFaults.dataSizeTooSmall({ message });
  }
  if (sizeGiB < min || sizeGiB > max) {
    throw diskFaults.dataSizeOutOfRange({
      message: `A ${type} data disk has ${min} to ${max} GiB.`,
    });
  }
  if (sizeGiB % DATA_DISK_STEP_GIB === 0) return;
  const message = `The size of a data disk is a multiple of ${DATA_DISK_STEP_GIB} GiB.`;
  throw diskFaults.dataSizeStep({ message });
}

interface DiskOptions {
  readonly Encrypt?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly ThroughputPerformance?: number | undefined;
  readonly BurstPerformance?: boolean | undefined;
}

function docOf(asked: DiskOptions): DiskDoc {
  const own: DiskOwn = {
    ...(asked.KmsKeyId !== undefined && { KmsKeyId: asked.KmsKeyId }),
    ...(asked.ThroughputPerformance !== undefined && {
      ThroughputPerformance: asked.ThroughputPerformance,
    }),
    ...(asked.BurstPerformance === true && { BurstPerformance: true }),
  };
  const doc: DiskDoc = asked.Encrypt === true ? { encrypted: true } : {};
  return Object.keys(own).length === 0 ? doc : { ...doc, own: { ...own } };
}

/** Nobody has a dedicated cluster yet (L39797). */
function cdcRefused(): Fault {
  return dedicatedClusterFaults.notFound({ message: 'CdcId is not supported.' });
}
