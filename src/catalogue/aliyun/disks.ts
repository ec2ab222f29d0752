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
