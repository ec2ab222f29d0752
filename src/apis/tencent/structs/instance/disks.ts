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
import {
  dataDiskGiB,
  dataDiskStepGiB,
  diskTypes,
  diskTypesGiven,
  diskTypesWithThroughput,
  isDiskType,
  isLocalDisk,
  ssdOfInstanceGiBMin,
  systemDiskDefault,
  systemDiskGiB,
  type DiskType,
} from '#catalogue/tencent/disks.ts';
import type { DiskOwn } from './own.ts';

const diskName = string({ max: 128, reasons: { length: diskFaults.nameTooLong } });

/** A UUID or an id such as kms-abcd1234 (L36248). */
const kmsKeyId = string({
  empty: 'absent',
  max: 128,
  pattern: /^(?:kms-[0-9a-z]{8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  reasons: { pattern: diskFaults.encryptionKeyMalformed },
});

/** SystemDisk of RunInstances; DiskId is of answers alone (L39209). */
export const systemDiskAsked = overlay(systemDisk, {
  DiskType: { values: diskTypes, default: systemDiskDefault.type },
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
  return {
    ...described(asked?.DiskType ?? systemDiskDefault.type, asked ?? {}),
    sizeGiB: asked?.DiskSize ?? null,
    sizeGiBDefault: systemDiskDefault.sizeGiB,
    deleteWithInstance: true,
  };
}

/** The data disks that are bought: a size of 0 says that one is not (L36161). */
export function dataDisksOf(asked: readonly DataDiskAsked[] | undefined): readonly LaunchDisk[] {
  const disks = (asked ?? []).filter(({ DiskSize }) => DiskSize > 0);
  const local = disks.filter(({ DiskType }) => isLocalDisk(DiskType)).length;
  if (local > LOCAL_MAX || disks.length - local > CLOUD_MAX) {
    const message = `DataDisks may have ${LOCAL_MAX} local disk and ${CLOUD_MAX} cloud disks.`;
    throw diskFaults.tooMany({ message });
  }
  return disks.map(dataDiskOf);
}

function dataDiskOf(asked: DataDiskAsked): LaunchDisk {
  const { DiskType: type, DiskSize: sizeGiB, ThroughputPerformance = 0 } = asked;
  if (diskTypesGiven.includes(type)) {
    const message = `${type} comes with the instance type and cannot be specified.`;
    throw diskFaults.categoryNotChosen({ message });
  }
  if (!isDiskType(type)) {
    const message = `DiskType must be one of ${diskTypes.join(', ')}.`;
    throw diskFaults.dataCategoryUnknown({ message });
  }
  requireDiskOfInstance(type, sizeGiB);
  requireDisk(type, sizeGiB, ThroughputPerformance);
  const { SnapshotId: snapshot, DeleteWithInstance: deleteWithInstance } = asked;
  return { ...described(type, asked), sizeGiB, snapshot, deleteWithInstance };
}

/**
 * Whether a data disk of that size, with that throughput beyond its own, is sold.
 * @throws disk.dataSizeOutOfRange, disk.dataSizeStep, disk.throughputNotForCategory
 */
export function requireDisk(type: DiskType, sizeGiB: number, throughput: number): void {
  requireDiskSize(type, sizeGiB);
  if (throughput === 0 || diskTypesWithThroughput.includes(type)) return;
  const message = `ThroughputPerformance is for ${diskTypesWithThroughput.join(' and ')} alone.`;
  throw diskFaults.throughputNotForCategory({ message });
}

/** The same of a disk that is bought or grows with its instance. @throws disk.dataSizeTooSmall */
export function requireDiskOfInstance(type: DiskType, sizeGiB: number): void {
  if (type !== 'CLOUD_SSD' || sizeGiB >= ssdOfInstanceGiBMin) return;
  const message = `A CLOUD_SSD data disk has at least ${ssdOfInstanceGiBMin} GiB.`;
  throw diskFaults.dataSizeTooSmall({ message });
}

/** Whether a data disk is sold in that size. */
export function requireDiskSize(type: DiskType, sizeGiB: number): void {
  const [min, max] = dataDiskGiB[type];
  if (sizeGiB < min || sizeGiB > max) {
    const message = `A ${type} data disk has ${min} to ${max} GiB.`;
    throw diskFaults.dataSizeOutOfRange({ message });
  }
  if (sizeGiB % dataDiskStepGiB === 0) return;
  const message = `The size of a data disk is a multiple of ${dataDiskStepGiB} GiB.`;
  throw diskFaults.dataSizeStep({ message });
}

/** What both kinds of disks are told alike. Nobody has a dedicated cluster yet (L39797). */
function described(
  category: string,
  asked: Partial<Omit<SystemDiskAsked, 'DiskType'>> & {
    readonly ThroughputPerformance?: number | undefined;
    readonly BurstPerformance?: boolean | undefined;
  },
) {
  const { CdcId, DiskName, Encrypt = false, KmsKeyId, ThroughputPerformance } = asked;
  if (CdcId !== undefined) {
    throw dedicatedClusterFaults.notFound({ message: 'CdcId is not supported.' });
  }
  const bursts = asked.BurstPerformance === true;
  const own: DiskOwn = {
    ...(KmsKeyId !== undefined && { KmsKeyId }),
    ...(ThroughputPerformance !== undefined && { ThroughputPerformance }),
    ...(bursts && { BurstPerformance: true }),
  };
  const doc: DiskDoc = {
    ...(Encrypt && { encrypted: true }),
    ...(Object.keys(own).length > 0 && { own: { ...own } }),
  };
  const isLocal = isLocalDisk(category);
  const hasKey = KmsKeyId !== undefined;
  const throughput = ThroughputPerformance;
  return { category, name: DiskName ?? null, isLocal, bursts, hasKey, throughput, doc };
}
