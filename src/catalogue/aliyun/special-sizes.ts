import type { SizeRow } from './size-row.ts';

/**
 * The types with cards, with disks in their server, and those that are a whole server. Sample data
 * (D21): the figures the vendor publishes for its types, bandwidth without bursts.
 */

/** Cards of each type stand at the end of its row. */
export const gn5: readonly SizeRow[] = [
  ['c4g1.xlarge', 4, 30, 3000, 300, 1, 3, 10, 1, 1],
  ['c8g1.2xlarge', 8, 60, 3000, 400, 1, 4, 10, 1, 1],
  ['c4g1.2xlarge', 8, 60, 5000, 1000, 4, 4, 10, 1, 2],
  ['c8g1.4xlarge', 16, 120, 5000, 1000, 4, 8, 20, 1, 2],
  ['c28g1.7xlarge', 28, 112, 5000, 1000, 8, 8, 20, 1, 1],
  ['c8g1.8xlarge', 32, 240, 10_000, 2000, 8, 8, 20, 1, 4],
  ['c28g1.14xlarge', 56, 224, 10_000, 2000, 14, 8, 20, 1, 2],
  ['c8g1.14xlarge', 54, 480, 25_000, 4000, 14, 8, 20, 1, 8],
];

export const gn6i: readonly SizeRow[] = [
  ['c4g1.xlarge', 4, 15, 4000, 500, 2, 2, 10, 1, 1],
  ['c8g1.2xlarge', 8, 31, 5000, 800, 2, 2, 10, 1, 1],
  ['c16g1.4xlarge', 16, 62, 6000, 1000, 4, 3, 10, 1, 1],
  ['c24g1.6xlarge', 24, 93, 7500, 1200, 6, 4, 10, 1, 1],
  ['c24g1.12xlarge', 48, 186, 15_000, 2400, 12, 6, 10, 1, 2],
  ['c24g1.24xlarge', 96, 372, 30_000, 4800, 24, 8, 10, 1, 4],
];

export const gn6v: readonly SizeRow[] = [
  ['c8g1.2xlarge', 8, 32, 2500, 800, 4, 4, 10, 1, 1],
  ['c8g1.8xlarge', 32, 128, 10_000, 2000, 8, 8, 20, 1, 4],
  ['c8g1.16xlarge', 64, 256, 20_000, 2500, 16, 8, 20, 1, 8],
  ['c10g1.20xlarge', 82, 336, 32_000, 4500, 16, 8, 20, 1, 8],
];

export const gn7: readonly SizeRow[] = [
  ['c12g1.3xlarge', 12, 94, 4000, 2500, 4, 8, 10, 1, 1],
  ['c13g1.13xlarge', 52, 378, 15_000, 9000, 16, 15, 30, 30, 4],
  ['c13g1.26xlarge', 104, 756, 30_000, 18_000, 16, 15, 10, 1, 8],
];

export const gn7i: readonly SizeRow[] = [
  ['c8g1.2xlarge', 8, 30, 16_000, 1600, 8, 4, 15, 15, 1],
  ['c16g1.4xlarge', 16, 60, 16_000, 3000, 8, 8, 30, 30, 1],
  ['c32g1.8xlarge', 32, 188, 16_000, 6000, 12, 8, 30, 30, 1],
  ['c32g1.16xlarge', 64, 376, 32_000, 12_000, 16, 15, 30, 30, 2],
  ['c32g1.32xlarge', 128, 752, 64_000, 24_000, 32, 15, 30, 30, 4],
];

/** Disks of each type stand at the end of its row. */
export const i2: readonly SizeRow[] = [
  ['xlarge', 4, 32, 1000, 500, 2, 3, 10, 1, 1, 894],
  ['2xlarge', 8, 64, 2000, 1000, 2, 4, 10, 1, 1],
  ['4xlarge', 16, 128, 3000, 1500, 4, 8, 20, 1, 2],
  ['8xlarge', 32, 256, 6000, 2000, 8, 8, 20, 1, 4],
  ['16xlarge', 64, 512, 10_000, 4000, 16, 8, 20, 1, 8],
];

export const i3: readonly SizeRow[] = [
  ['xlarge', 4, 32, 1500, 1000, 4, 4, 15, 15, 1, 959],
  ['2xlarge', 8, 64, 2500, 1600, 8, 4, 15, 15, 1],
  ['4xlarge', 16, 128, 5000, 3000, 8, 8, 30, 30, 2],
  ['8xlarge', 32, 256, 10_000, 6000, 16, 8, 30, 30, 4],
  ['13xlarge', 52, 384, 16_000, 9000, 32, 7, 30, 30, 6],
  ['26xlarge', 104, 768, 32_000, 24_000, 32, 15, 30, 30, 12],
];

export const d2s: readonly SizeRow[] = [
  ['5xlarge', 20, 88, 12_000, 1600, 8, 8, 20, 1, 8],
  ['10xlarge', 40, 176, 20_000, 2000, 8, 8, 20, 1, 15],
  ['20xlarge', 80, 352, 35_000, 4500, 16, 8, 20, 1, 30],
];

export const d3s: readonly SizeRow[] = [
  ['2xlarge', 8, 32, 10_000, 2000, 8, 6, 15, 15, 4],
  ['4xlarge', 16, 64, 25_000, 3000, 8, 8, 30, 30, 8],
  ['8xlarge', 32, 128, 25_000, 6000, 16, 8, 30, 30, 16],
  ['12xlarge', 48, 192, 40_000, 9000, 24, 8, 30, 30, 24],
  ['16xlarge', 64, 256, 64_000, 12_000, 32, 8, 30, 30, 32],
];

export const ebm6: readonly SizeRow[] = [['26xlarge', 104, 384, 32_000, 6000, 32, 32, 10, 1]];

/** Of servers in a cluster. */
export const scc5: readonly SizeRow[] = [['24xlarge', 96, 384, 10_000, 4500, 8, 32, 10, 1]];

export const ebm7: readonly SizeRow[] = [['32xlarge', 128, 512, 64_000, 24_000, 32, 32, 30, 30]];
