import type { DiskType } from '#catalogue/tencent/disks.ts';
import { requireDiskOptions } from '#resources/disk/disk-options.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { requireDisk } from '../../structs/instance/disks.ts';
import type { DiskOwn } from '../../structs/instance/own.ts';

/** DiskName has so many bytes at most. */
const NAME_BYTES_MAX = 60;
/** What disks burst, and how large they are at least. */
export const burstingTypes: readonly string[] = ['CLOUD_HSSD', 'CLOUD_TSSD'];
export const BURSTING_GIB_MIN = 460;

interface NewDiskAsked {
  readonly DiskType: DiskType;
  readonly DiskSize?: number | undefined;
  readonly DiskName?: string | undefined;
  readonly ThroughputPerformance: number;
  readonly BurstPerformance: boolean;
  readonly Encrypt?: string | undefined;
  readonly EncryptType?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly Shareable: boolean;
  readonly AutoMountConfiguration?: object | undefined;
}

/** What a disk is to be, checked against what is sold. @throws Fault of disk */
export function newDiskOf(asked: NewDiskAsked) {
  const { DiskType: category, DiskSize: sizeGiB = 0, DiskName: name } = asked;
  const { ThroughputPerformance, KmsKeyId, EncryptType } = asked;
  refuseName(name);
  refuseConfig(asked);
  requireDisk(category, sizeGiB, ThroughputPerformance);
  const own: DiskOwn = {
    ...(KmsKeyId !== undefined && { KmsKeyId }),
    ...(EncryptType !== undefined && { EncryptType }),
    ...(ThroughputPerformance > 0 && { ThroughputPerformance }),
    ...(asked.BurstPerformance && { BurstPerformance: true }),
  };
  const encrypted = asked.Encrypt !== undefined;
  const doc = { ...(encrypted && { encrypted }), own: { ...own } };
  const hasKey = KmsKeyId !== undefined || EncryptType !== undefined;
  requireDiskOptions({ category, doc, isLocal: false, hasKey });
  return { category, sizeGiB, name: name ?? null, doc };
}

/** @throws disk.nameTooLong */
export function refuseName(name: string | undefined): void {
  if (name === undefined || Buffer.byteLength(name) <= NAME_BYTES_MAX) return;
  throw diskFaults.nameTooLong({ message: `DiskName has at most ${NAME_BYTES_MAX} bytes.` });
}

/** What no disk here is, or none of that type. @throws disk.notSoldAlone */
function refuseConfig(asked: NewDiskAsked): void {
  const refuse = (message: string) => {
    throw diskFaults.notSoldAlone({ message });
  };
  if (asked.DiskType === 'CLOUD_TSSD') refuse('CLOUD_TSSD is sold with an instance alone.');
  if (asked.Shareable) refuse('Disks are not shared here.');
  if (asked.AutoMountConfiguration !== undefined) refuse('Guests do not mount disks here.');
  if (asked.BurstPerformance) requireBursting(asked.DiskType, asked.DiskSize ?? 0);
}

/** @throws disk.burstingNotForCategory */
export function requireBursting(type: string, sizeGiB: number): void {
  if (burstingTypes.includes(type) && sizeGiB >= BURSTING_GIB_MIN) return;
  const message = `${burstingTypes.join(' and ')} burst from ${BURSTING_GIB_MIN} GiB on.`;
  throw diskFaults.burstingNotForCategory({ message });
}
