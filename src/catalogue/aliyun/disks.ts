import type { DiskKind } from '#resources/disk/disk-kind.ts';

type Range = readonly [min: number, max: number];

/** GiB of a system disk; seed 003 L358-360 (001 L77 and 002 L169 stop at 500 for all). */
const systemSizes: Readonly<Record<string, Range>> = { cloud: [20, 500], ephemeral_ssd: [20, 500] };

export function systemSizeOf(category: string): Range {
  return systemSizes[category] ?? [20, 2048];
}

export const systemSizeDefault = 40;

/** GiB of a data disk; seed 003 L869-882, 001 L96-100, and today's SDK for the newer ones. */
const dataSizes: Readonly<Record<string, Range>> = {
  cloud: [5, 2000],
  cloud_essd: [1, 65_536],
  cloud_auto: [1, 65_536],
  cloud_essd_entry: [10, 32_768],
  cloud_regional_disk_auto: [10, 65_536],
  ephemeral_ssd: [5, 800],
  elastic_ephemeral_disk_standard: [64, 8192],
  elastic_ephemeral_disk_premium: [64, 8192],
};

export function dataSizeOf(category: string): Range {
  return dataSizes[category] ?? [20, 32_768];
}

export const levelDefault = 'PL1';

/** The least GiB of each performance level; seed 003 L874-880. */
const levelSizes: Readonly<Record<string, number>> = { PL0: 1, PL1: 20, PL2: 461, PL3: 1261 };

export function levelSizeOf(level: string | undefined): number {
  return levelSizes[level ?? ''] ?? 0;
}

const IOPS_MAX = 50_000;

/** Of today's SDK: a thousand for each GiB, less what the disk has by itself. */
export function iopsMaxOf(sizeGiB: number): number {
  const baseline = Math.min(1800 + 50 * sizeGiB, IOPS_MAX);
  return Math.min(IOPS_MAX, Math.max(1000 * sizeGiB - baseline, 0));
}

/** Whether a disk is in the server of its instance. */
export function isLocalDisk(category: string): boolean {
  return category.includes('ephemeral');
}

/** The nearest category to those that the other vendor alone has: our choice. */
const nearest: Readonly<Record<string, string>> = {
  CLOUD_BASIC: 'cloud',
  CLOUD_PREMIUM: 'cloud_efficiency',
  CLOUD_SSD: 'cloud_ssd',
  CLOUD_HSSD: 'cloud_essd',
  CLOUD_TSSD: 'cloud_essd',
  CLOUD_BSSD: 'cloud_auto',
  LOCAL_BASIC: 'ephemeral',
  LOCAL_SSD: 'ephemeral_ssd',
  LOCAL_NVME: 'local_ssd_pro',
  LOCAL_PRO: 'local_hdd_pro',
};

/** The Category of a disk, whichever vendor it was asked for through. */
export function diskCategoryOf(category: string): string {
  return nearest[category] ?? category;
}

const wordsByCategory = Map.groupBy(Object.keys(nearest), (word) => nearest[word] ?? '');

/** The words whose Category it is: itself, and those of the other vendor that show as it. */
export function wordsOfCategory(category: string): readonly string[] {
  return [category, ...(wordsByCategory.get(category) ?? [])];
}

/** Every Category that DescribeDisks takes. */
export const diskCategories = [
  'cloud',
  'cloud_efficiency',
  'cloud_ssd',
  'cloud_essd',
  'cloud_auto',
  'cloud_regional_disk_auto',
  'cloud_essd_entry',
  'elastic_ephemeral_disk_standard',
  'elastic_ephemeral_disk_premium',
  'local_ssd_pro',
  'local_hdd_pro',
  'ephemeral',
  'ephemeral_ssd',
] as const;

/** [of every disk, for each GiB, at most], of operations and of MiB in a second: sample data. */
type Performance = readonly [operations: Slope, throughput: Slope];
type Slope = readonly [base: number, perGiB: number, max: number];

const performances: Readonly<Record<string, Performance>> = {
  cloud: [
    [300, 0, 300],
    [30, 0, 30],
  ],
  cloud_efficiency: [
    [1800, 8, 5000],
    [100, 0.15, 140],
  ],
  cloud_ssd: [
    [1800, 30, 25_000],
    [120, 0.5, 300],
  ],
  cloud_auto: [
    [1800, 50, 50_000],
    [120, 0.5, 350],
  ],
  cloud_essd_entry: [
    [1800, 8, 6000],
    [100, 0.15, 150],
  ],
  PL0: [
    [1800, 12, 10_000],
    [120, 0.25, 180],
  ],
  PL1: [
    [1800, 50, 50_000],
    [120, 0.5, 350],
  ],
  PL2: [
    [1800, 50, 100_000],
    [120, 0.5, 750],
  ],
  PL3: [
    [1800, 50, 1_000_000],
    [120, 0.5, 4000],
  ],
};

/** Operations and MiB in a second that a disk does at most; nothing is told of local ones. */
export function performanceOf(
  category: string,
  {
    sizeGiB,
    level = levelDefault,
  }: { readonly sizeGiB: number; readonly level?: string | undefined },
): { readonly iops: number; readonly throughput: number } {
  const found = performances[category === 'cloud_essd' ? level : category];
  const [iops, throughput] = (found ?? []).map(([base, perGiB, max]) =>
    Math.floor(Math.min(base + perGiB * sizeGiB, max)),
  );
  return { iops: iops ?? 0, throughput: throughput ?? 0 };
}

const kinds: Readonly<Record<string, DiskKind>> = {
  cloud: 'basic',
  cloud_efficiency: 'efficiency',
  cloud_ssd: 'ssd',
  cloud_auto: 'balanced',
  cloud_essd_entry: 'enhanced-entry',
  cloud_regional_disk_auto: 'enhanced-1',
  ephemeral_ssd: 'local-ssd',
  elastic_ephemeral_disk_standard: 'local-basic',
  elastic_ephemeral_disk_premium: 'local-ssd',
};

const levels: Readonly<Record<string, DiskKind>> = {
  PL0: 'enhanced-0',
  PL1: 'enhanced-1',
  PL2: 'enhanced-2',
  PL3: 'enhanced-3',
};

/** What kind of disk one of this vendor's words means; undefined where it is none of them. */
export function aliyunDiskKind(category: string, level = levelDefault): DiskKind | undefined {
  return category === 'cloud_essd' ? levels[level] : kinds[category];
}
