import type { DiskKind } from '#resources/disk/disk-kind.ts';

/**
 * Tencent's kinds of disks. What may be asked for as a system or data disk is in the struct texts
 * of seed 004 (L39174-39234, L36151-36286). The document leaves the sizes to a page of its own
 * (https://cloud.tencent.com/document/product/213/4952): they are sample data.
 */

/** GiB of a data disk, least and most, of each kind that can be asked for. */
export const dataDiskGiB = {
  LOCAL_BASIC: [10, 1_600],
  LOCAL_SSD: [10, 7_000],
  CLOUD_BASIC: [10, 16_000],
  CLOUD_PREMIUM: [10, 32_000],
  CLOUD_SSD: [20, 32_000],
  CLOUD_HSSD: [20, 32_000],
  CLOUD_TSSD: [20, 32_000],
  CLOUD_BSSD: [20, 32_000],
} as const;
export const dataDiskStepGiB = 10;
/** The least GiB of a CLOUD_SSD that the pages of instances sell (L39901). */
export const ssdOfInstanceGiBMin = 100;

export type DiskType = keyof typeof dataDiskGiB;
export const diskTypes = Object.keys(dataDiskGiB) as readonly DiskType[];

export function isDiskType(type: string): type is DiskType {
  return Object.hasOwn(dataDiskGiB, type);
}

/** Of a system disk. */
export const systemDiskGiB = { min: 10, max: 2_048 } as const;
export const systemDiskDefault = { type: 'CLOUD_PREMIUM', sizeGiB: 50 } as const;

/** What comes with the type of instance and cannot be asked for (L36178-36186). */
export const diskTypesGiven: readonly string[] = ['LOCAL_NVME', 'LOCAL_PRO'];

/** What extra throughput can be bought for (L36256). */
export const diskTypesWithThroughput: readonly string[] = ['CLOUD_TSSD', 'CLOUD_HSSD'];

/** Whether a disk is in the server of its instance. */
export function isLocalDisk(type: string): boolean {
  return type.startsWith('LOCAL_');
}

const kinds: Readonly<Record<string, DiskKind>> = {
  LOCAL_BASIC: 'local-basic',
  LOCAL_SSD: 'local-ssd',
  CLOUD_BASIC: 'basic',
  CLOUD_PREMIUM: 'efficiency',
  CLOUD_SSD: 'ssd',
  CLOUD_BSSD: 'balanced',
  CLOUD_HSSD: 'enhanced-1',
  CLOUD_TSSD: 'extreme',
};

/** What kind of disk one of this vendor's words means; undefined where it is none of them. */
export function tencentDiskKind(category: string): DiskKind | undefined {
  return kinds[category];
}

/** The nearest kind to those that the other vendor alone has: our choice. */
const nearest: Readonly<Record<string, string>> = {
  cloud: 'CLOUD_BASIC',
  cloud_efficiency: 'CLOUD_PREMIUM',
  cloud_ssd: 'CLOUD_SSD',
  cloud_essd: 'CLOUD_HSSD',
  cloud_auto: 'CLOUD_BSSD',
  cloud_essd_entry: 'CLOUD_BSSD',
  cloud_regional_disk_auto: 'CLOUD_BSSD',
  ephemeral_ssd: 'LOCAL_SSD',
  elastic_ephemeral_disk_standard: 'LOCAL_BASIC',
  elastic_ephemeral_disk_premium: 'LOCAL_SSD',
};

/** The DiskType of a disk, whichever vendor it was asked for through. */
export function diskTypeOf(category: string): string {
  return nearest[category] ?? category;
}

const categoriesByType = Map.groupBy(Object.keys(nearest), (category) => nearest[category] ?? '');

/** The categories whose DiskType it is: itself, and those of the other vendor that show as it. */
export function categoriesOf(type: string): readonly string[] {
  return [type, ...(categoriesByType.get(type) ?? [])];
}

/** The categories of disks that are in the server of their instance, whichever vendor's words. */
export const localCategories: readonly string[] = [...diskTypes, ...diskTypesGiven]
  .filter(isLocalDisk)
  .flatMap(categoriesOf);
