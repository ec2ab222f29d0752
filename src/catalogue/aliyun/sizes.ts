/**
 * The types of each Alibaba family, as dense rows. Sample data (D21): the figures the vendor
 * publishes for its types, bandwidth without bursts.
 */

import { d2s, d3s, ebm6, ebm7, gn5, gn6i, gn6v, gn7, gn7i, i2, i3 } from './special-sizes.ts';
import type { SizeRow } from './size-row.ts';

const g5: readonly SizeRow[] = [
  ['large', 2, 8, 1000, 300, 2, 2, 6, 1],
  ['xlarge', 4, 16, 1500, 500, 2, 3, 10, 1],
  ['2xlarge', 8, 32, 2500, 800, 2, 4, 10, 1],
  ['3xlarge', 12, 48, 4000, 900, 4, 6, 10, 1],
  ['4xlarge', 16, 64, 5000, 1000, 4, 8, 20, 1],
  ['6xlarge', 24, 96, 7500, 1500, 6, 8, 20, 1],
  ['8xlarge', 32, 128, 10_000, 2000, 8, 8, 20, 1],
  ['16xlarge', 64, 256, 20_000, 4000, 16, 8, 20, 1],
];

const g6: readonly SizeRow[] = [
  ['large', 2, 8, 1000, 300, 2, 2, 6, 1],
  ['xlarge', 4, 16, 1500, 500, 4, 3, 10, 1],
  ['2xlarge', 8, 32, 2500, 800, 8, 4, 10, 1],
  ['3xlarge', 12, 48, 4000, 900, 8, 6, 10, 1],
  ['4xlarge', 16, 64, 5000, 1000, 8, 8, 20, 1],
  ['6xlarge', 24, 96, 7500, 1500, 12, 8, 20, 1],
  ['8xlarge', 32, 128, 10_000, 2000, 16, 8, 20, 1],
  ['13xlarge', 52, 192, 12_500, 3000, 32, 7, 20, 1],
  ['26xlarge', 104, 384, 25_000, 6000, 32, 15, 20, 1],
];

const g7: readonly SizeRow[] = [
  ['large', 2, 8, 2000, 900, 2, 3, 6, 6],
  ['xlarge', 4, 16, 3000, 1100, 4, 4, 15, 15],
  ['2xlarge', 8, 32, 5000, 1600, 8, 4, 15, 15],
  ['3xlarge', 12, 48, 8000, 2400, 8, 8, 15, 15],
  ['4xlarge', 16, 64, 10_000, 3000, 8, 8, 30, 30],
  ['6xlarge', 24, 96, 12_000, 4500, 12, 8, 30, 30],
  ['8xlarge', 32, 128, 16_000, 6000, 16, 8, 30, 30],
  ['16xlarge', 64, 256, 32_000, 12_000, 32, 8, 30, 30],
  ['32xlarge', 128, 512, 64_000, 24_000, 32, 15, 30, 30],
];

const g8i: readonly SizeRow[] = [
  ['large', 2, 8, 2500, 1000, 2, 3, 6, 6],
  ['xlarge', 4, 16, 4000, 1200, 4, 4, 15, 15],
  ['2xlarge', 8, 32, 6000, 1600, 8, 4, 15, 15],
  ['3xlarge', 12, 48, 10_000, 2400, 12, 8, 15, 15],
  ['4xlarge', 16, 64, 12_000, 3000, 16, 8, 30, 30],
  ['6xlarge', 24, 96, 15_000, 4500, 24, 8, 30, 30],
  ['8xlarge', 32, 128, 20_000, 6000, 32, 8, 30, 30],
  ['12xlarge', 48, 192, 25_000, 9000, 48, 8, 30, 30],
  ['16xlarge', 64, 256, 36_000, 12_000, 64, 8, 30, 30],
  ['24xlarge', 96, 384, 50_000, 18_000, 64, 15, 30, 30],
  ['48xlarge', 192, 768, 100_000, 30_000, 64, 15, 50, 50],
];

const g8a: readonly SizeRow[] = [
  ['large', 2, 8, 1500, 1000, 2, 3, 6, 6],
  ['xlarge', 4, 16, 2500, 1200, 4, 4, 15, 15],
  ['2xlarge', 8, 32, 4000, 1600, 8, 4, 15, 15],
  ['4xlarge', 16, 64, 7000, 2000, 16, 8, 30, 30],
  ['8xlarge', 32, 128, 10_000, 3000, 32, 8, 30, 30],
  ['12xlarge', 48, 192, 16_000, 4500, 48, 8, 30, 30],
  ['16xlarge', 64, 256, 20_000, 6000, 64, 8, 30, 30],
  ['24xlarge', 96, 384, 32_000, 9000, 64, 15, 30, 30],
  ['48xlarge', 192, 768, 64_000, 18_000, 64, 15, 50, 50],
];

const g8y: readonly SizeRow[] = [
  ['large', 2, 8, 1000, 500, 2, 3, 6, 6],
  ['xlarge', 4, 16, 2000, 900, 4, 4, 15, 15],
  ['2xlarge', 8, 32, 3000, 1600, 8, 5, 20, 20],
  ['4xlarge', 16, 64, 5000, 2000, 16, 8, 30, 30],
  ['8xlarge', 32, 128, 10_000, 3000, 32, 8, 30, 30],
  ['16xlarge', 64, 256, 16_000, 6000, 32, 8, 30, 30],
  ['32xlarge', 128, 512, 32_000, 12_000, 32, 15, 30, 30],
];

/** se1ne has 480 GiB in its largest type, and sn1ne no such type. */
const sn2ne: readonly SizeRow[] = [
  ['large', 2, 8, 1000, 300, 2, 2, 6, 1],
  ['xlarge', 4, 16, 1500, 500, 2, 3, 10, 1],
  ['2xlarge', 8, 32, 2000, 1000, 4, 4, 10, 1],
  ['3xlarge', 12, 48, 2500, 1300, 4, 6, 10, 1],
  ['4xlarge', 16, 64, 3000, 1600, 4, 8, 20, 1],
  ['6xlarge', 24, 96, 4500, 2000, 6, 8, 20, 1],
  ['8xlarge', 32, 128, 6000, 2500, 8, 8, 20, 1],
  ['14xlarge', 56, 224, 10_000, 4500, 14, 8, 20, 1],
];
const withoutLargest = sn2ne.slice(0, -1);

const n4: readonly SizeRow[] = [
  ['small', 1, 2, 500, 50, 1, 1, 2, 1],
  ['large', 2, 4, 500, 100, 1, 1, 2, 1],
  ['xlarge', 4, 8, 800, 150, 1, 2, 6, 1],
  ['2xlarge', 8, 16, 1200, 300, 1, 2, 6, 1],
  ['4xlarge', 16, 32, 2500, 400, 1, 2, 6, 1],
  ['8xlarge', 32, 64, 5000, 500, 1, 2, 6, 1],
];

const u1WithEqualMemory: readonly SizeRow[] = [
  ['large', 2, 2, 1000, 300, 2, 2, 6, 2],
  ['xlarge', 4, 4, 1500, 500, 2, 3, 10, 2],
  ['2xlarge', 8, 8, 2500, 800, 4, 4, 10, 2],
  ['3xlarge', 12, 12, 4000, 900, 4, 6, 10, 2],
  ['4xlarge', 16, 16, 5000, 1000, 4, 8, 20, 2],
  ['8xlarge', 32, 32, 10_000, 2000, 8, 8, 20, 2],
];

const e: readonly SizeRow[] = [
  ['c4m1.large', 2, 0.5, 200, 100, 1, 2, 2, 1],
  ['c2m1.large', 2, 1, 200, 100, 1, 2, 2, 1],
  ['c1m1.large', 2, 2, 200, 100, 1, 2, 2, 1],
  ['c1m2.large', 2, 4, 200, 100, 1, 2, 2, 1],
  ['c1m4.large', 2, 8, 400, 100, 1, 2, 2, 1],
  ['c1m2.xlarge', 4, 8, 400, 150, 1, 2, 6, 1],
  ['c1m4.xlarge', 4, 16, 800, 150, 1, 2, 6, 1],
  ['c1m2.2xlarge', 8, 16, 800, 300, 2, 2, 6, 1],
  ['c1m4.2xlarge', 8, 32, 1200, 300, 2, 2, 6, 1],
];

const t5: readonly SizeRow[] = [
  ['lc2m1.nano', 1, 0.5, 100, 40, 1, 2, 2, 1],
  ['lc1m1.small', 1, 1, 200, 60, 1, 2, 2, 1],
  ['lc1m2.small', 1, 2, 200, 60, 1, 2, 2, 1],
  ['lc1m2.large', 2, 4, 400, 100, 1, 2, 2, 1],
  ['lc1m4.large', 2, 8, 400, 100, 1, 2, 2, 1],
  ['c1m1.large', 2, 2, 500, 100, 1, 2, 2, 1],
  ['c1m2.large', 2, 4, 500, 100, 1, 2, 2, 1],
  ['c1m4.large', 2, 8, 500, 100, 1, 2, 2, 1],
  ['c1m1.xlarge', 4, 4, 800, 200, 1, 2, 6, 1],
  ['c1m2.xlarge', 4, 8, 800, 200, 1, 2, 6, 1],
  ['c1m4.xlarge', 4, 16, 800, 200, 1, 2, 6, 1],
  ['c1m1.2xlarge', 8, 8, 1200, 400, 1, 2, 6, 1],
  ['c1m2.2xlarge', 8, 16, 1200, 400, 1, 2, 6, 1],
  ['c1m4.2xlarge', 8, 32, 1200, 400, 1, 2, 6, 1],
  ['c1m1.4xlarge', 16, 16, 1200, 600, 1, 2, 6, 1],
  ['c1m2.4xlarge', 16, 32, 1200, 600, 1, 2, 6, 1],
];

const t6: readonly SizeRow[] = [
  ['c4m1.large', 2, 0.5, 80, 40, 1, 2, 2, 1],
  ['c2m1.large', 2, 1, 80, 60, 1, 2, 2, 1],
  ['c1m1.large', 2, 2, 80, 100, 1, 2, 2, 1],
  ['c1m2.large', 2, 4, 80, 100, 1, 2, 2, 1],
  ['c1m4.large', 2, 8, 80, 100, 1, 2, 2, 1],
  ['c1m4.xlarge', 4, 16, 160, 200, 1, 2, 6, 1],
  ['c1m4.2xlarge', 8, 32, 320, 400, 1, 2, 6, 1],
];

const cm4: readonly SizeRow[] = [
  ['xlarge', 4, 16, 1500, 200, 1, 3, 6, 1],
  ['2xlarge', 8, 32, 3000, 400, 1, 4, 6, 1],
  ['3xlarge', 12, 48, 4500, 600, 2, 6, 6, 1],
  ['4xlarge', 16, 64, 6000, 800, 2, 8, 6, 1],
  ['6xlarge', 24, 96, 10_000, 1200, 4, 8, 6, 1],
];

/** The same sizes with so many times the memory. */
export function withMemory(
  rows: readonly SizeRow[],
  factor: number,
  prefix = '',
): readonly SizeRow[] {
  return rows.map(([size, cpu, memoryGiB, ...limits]) => [
    prefix + size,
    cpu,
    memoryGiB * factor,
    ...limits,
  ]);
}

type Sizes = readonly [family: string, between: '.' | '-', sizes: readonly SizeRow[]];

/** g, c with half its memory and r with twice; `largest` are the GiB of 48xlarge, where given. */
function ratios(
  suffix: string,
  g: readonly SizeRow[],
  largest?: { readonly g: number; readonly c: number; readonly r: number },
): readonly Sizes[] {
  const factors = [
    ['g', 1],
    ['c', 0.5],
    ['r', 2],
  ] as const;
  return factors.map(([letter, factor]): Sizes => {
    const rows = withMemory(g, factor).map((row): SizeRow => {
      const [size, cpu, memoryGiB, ...limits] = row;
      const most = size === '48xlarge' ? largest?.[letter] : undefined;
      return [size, cpu, most ?? memoryGiB, ...limits];
    });
    return [`ecs.${letter}${suffix}`, '.', rows];
  });
}

/** [family, what stands between the family and the size in a name, its sizes] */
export const sizesByFamily: readonly Sizes[] = [
  ...ratios('5', g5),
  ...ratios('6', g6),
  ...ratios('6e', g6),
  ...ratios('7', g7),
  ...ratios('8i', g8i, { g: 1024, c: 512, r: 1536 }),
  ...ratios('8a', g8a),
  ...ratios('8y', g8y),
  [
    'ecs.u1',
    '-',
    [1, 2, 4, 8].flatMap((ratio) => withMemory(u1WithEqualMemory, ratio, `c1m${ratio}.`)),
  ],
  ['ecs.e', '-', e],
  ['ecs.t5', '-', t5],
  ['ecs.t6', '-', t6],
  ['ecs.sn1ne', '.', withMemory(withoutLargest, 0.5)],
  ['ecs.sn2ne', '.', sn2ne],
  [
    'ecs.se1ne',
    '.',
    [...withMemory(withoutLargest, 2), ['14xlarge', 56, 480, 10_000, 4500, 14, 8, 20, 1]],
  ],
  ['ecs.n4', '.', n4],
  ['ecs.mn4', '.', withMemory(n4, 2)],
  ['ecs.xn4', '.', [['small', 1, 1, 500, 50, 1, 1, 2, 1]]],
  ['ecs.gn5', '-', gn5],
  ['ecs.gn6i', '-', gn6i],
  ['ecs.gn6v', '-', gn6v],
  ['ecs.gn7', '-', gn7],
  ['ecs.gn7i', '-', gn7i],
  ['ecs.i2', '.', i2],
  ['ecs.i3', '.', i3],
  ['ecs.d2s', '.', d2s],
  ['ecs.d3s', '.', d3s],
  ['ecs.ebmg6', '.', ebm6],
  ['ecs.ebmc6', '.', withMemory(ebm6, 0.5)],
  ['ecs.ebmr6', '.', withMemory(ebm6, 2)],
  ['ecs.ebmg7', '.', ebm7],
  ['ecs.ebmc7', '.', withMemory(ebm7, 0.5)],
  ['ecs.ebmr7', '.', withMemory(ebm7, 2)],
  ['ecs.cm4', '.', cm4],
  ['ecs.t1', '.', [['small', 1, 1, 100, 20, 1, 1, 1, 1]]],
];

/** Baseline of a burstable type in percent of one vCPU, for each of its vCPUs, by name. */
export const baselinePercentPerCpu: ReadonlyArray<readonly [RegExp, number]> = [
  [/^ecs\.t5-l/, 20],
  [/^ecs\.t5-c/, 25],
  [/^ecs\.t6-c4m1\./, 5],
  [/^ecs\.t6-c2m1\./, 10],
  [/^ecs\.t6-c1m[12]\./, 20],
  [/^ecs\.t6-c1m4\.large$/, 30],
  [/^ecs\.t6-c1m4\./, 40],
];
