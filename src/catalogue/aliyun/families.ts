/**
 * Alibaba's instance families and the sizes of their types. Sample data throughout (D21): the
 * documents name ecs.g5.large, ecs.g6.large, ecs.cm4.6xlarge, ecs.t1.small and the families u1
 * and e (seeds 002 L80, 003 L168, 001 L194, 002 L389, 003 L388), and give the size of none.
 * The figures are those the vendor publishes for its types.
 */

export type FamilyLevel = 'EntryLevel' | 'EnterpriseLevel' | 'CreditEntryLevel';

export interface Family {
  /** InstanceTypeFamily, e.g. ecs.g6. */
  readonly family: string;
  readonly level: FamilyLevel;
  readonly category: string;
  readonly generation: string;
  readonly processor: string;
  readonly clockMHz: number;
  readonly turboMHz: number;
  readonly isIoOptimized: boolean;
  /** Categories of system and data disks, the default of today first. */
  readonly diskCategories: readonly string[];
  readonly architecture: 'x86_64' | 'arm64';
  /** The cards of its types; how many, their rows say. */
  readonly gpu: { readonly model: string; readonly memoryGiBPerCard: number } | null;
  /** The disks in the servers of its types; how many, their rows say. */
  readonly localDisk: { readonly kind: 'hdd' | 'ssd'; readonly sizeGiB: number } | null;
}

const essdOnly = ['cloud_essd', 'cloud_auto'];
const allCloudDisks = ['cloud_efficiency', 'cloud_ssd', 'cloud_essd', 'cloud_auto'];
const entryDisks = ['cloud_essd_entry', 'cloud_essd', 'cloud_auto'];
const universalDisks = ['cloud_essd', 'cloud_auto', 'cloud_essd_entry'];
const ssdDisks = ['cloud_efficiency', 'cloud_ssd'];
const burstDisks = ['cloud_efficiency', 'cloud_ssd', 'cloud_essd'];

const skylake = ['Intel Xeon (Skylake) Platinum 8163', 2500, 2700] as const;
const cascadeLake = ['Intel Xeon (Cascade Lake) Platinum 8269CY', 2500, 3200] as const;
const iceLake = ['Intel Xeon (Ice Lake) Platinum 8369B', 2700, 3500] as const;
const sapphireRapids = ['Intel Xeon (Sapphire Rapids) Platinum 8475B', 2700, 3200] as const;
const genoa = ['AMD EPYC Genoa 9T24', 2700, 3700] as const;
const yitian = ['Yitian 710', 2750, 0] as const;
const broadwell = ['Intel Xeon E5-2682 v4', 2500, 0] as const;
const anyXeon = ['Intel Xeon Platinum', 0, 0] as const;

/** [family, level, category, generation, processor, disk categories, what only few have] */
type FamilyRow = readonly [
  string,
  FamilyLevel,
  string,
  string,
  readonly [string, number, number],
  readonly string[],
  Partial<Pick<Family, 'architecture' | 'gpu' | 'localDisk'>>?,
];

const general = 'General-purpose';
const compute = 'Compute-optimized';
const memory = 'Memory-optimized';
const withGpu = 'Compute-optimized with GPU';
const metal = 'ECS Bare Metal';
const arm = { architecture: 'arm64' } as const;

/** The three families of a generation that differ in their memory alone: c, g and r. */
function ratios(
  suffix: string,
  generation: string,
  [processor, disks, more = {}]: readonly [FamilyRow[4], readonly string[], FamilyRow[6]?],
): readonly FamilyRow[] {
  const categories = { g: general, c: compute, r: memory };
  return Object.entries(categories).map(([letter, category]) => [
    `ecs.${letter}${suffix}`,
    'EnterpriseLevel',
    category,
    generation,
    processor,
    disks,
    more,
  ]);
}

function gpuFamily(
  family: string,
  [model, memoryGiBPerCard, disks]: readonly [string, number, readonly string[]],
): FamilyRow {
  const gpu = { model, memoryGiBPerCard };
  return [family, 'EnterpriseLevel', withGpu, 'ecs-5', anyXeon, disks, { gpu }];
}

function localFamily(
  family: string,
  category: string,
  localDisk: NonNullable<Family['localDisk']>,
): FamilyRow {
  return [family, 'EnterpriseLevel', category, 'ecs-5', cascadeLake, allCloudDisks, { localDisk }];
}

const familyRows: readonly FamilyRow[] = [
  ...ratios('5', 'ecs-4', [skylake, allCloudDisks]),
  ...ratios('6', 'ecs-5', [cascadeLake, allCloudDisks]),
  ...ratios('6e', 'ecs-5', [cascadeLake, essdOnly]),
  ...ratios('7', 'ecs-6', [iceLake, essdOnly]),
  ...ratios('8i', 'ecs-8', [sapphireRapids, essdOnly]),
  ...ratios('8a', 'ecs-8', [genoa, essdOnly]),
  ...ratios('8y', 'ecs-8', [yitian, essdOnly, arm]),
  ['ecs.u1', 'EnterpriseLevel', 'General-purpose', 'ecs-5', anyXeon, universalDisks],
  ['ecs.e', 'EntryLevel', 'Shared', 'ecs-5', anyXeon, entryDisks],
  ['ecs.t5', 'CreditEntryLevel', 'Shared', 'ecs-3', skylake, burstDisks],
  ['ecs.t6', 'CreditEntryLevel', 'Shared', 'ecs-5', cascadeLake, burstDisks],
  ['ecs.sn1ne', 'EnterpriseLevel', compute, 'ecs-3', broadwell, ssdDisks],
  ['ecs.sn2ne', 'EnterpriseLevel', general, 'ecs-3', broadwell, ssdDisks],
  ['ecs.se1ne', 'EnterpriseLevel', memory, 'ecs-3', broadwell, ssdDisks],
  ['ecs.n4', 'EntryLevel', 'Shared', 'ecs-3', broadwell, burstDisks],
  ['ecs.mn4', 'EntryLevel', 'Shared', 'ecs-3', broadwell, burstDisks],
  ['ecs.xn4', 'EntryLevel', 'Shared', 'ecs-3', broadwell, burstDisks],
  gpuFamily('ecs.gn5', ['NVIDIA P100', 16, burstDisks]),
  gpuFamily('ecs.gn6i', ['NVIDIA T4', 16, allCloudDisks]),
  gpuFamily('ecs.gn6v', ['NVIDIA V100', 16, allCloudDisks]),
  gpuFamily('ecs.gn7', ['NVIDIA A100', 40, essdOnly]),
  gpuFamily('ecs.gn7i', ['NVIDIA A10', 24, essdOnly]),
  localFamily('ecs.i2', 'Local SSDs', { kind: 'ssd', sizeGiB: 1788 }),
  localFamily('ecs.i3', 'Local SSDs', { kind: 'ssd', sizeGiB: 1919 }),
  localFamily('ecs.d2s', 'Big data', { kind: 'hdd', sizeGiB: 7300 }),
  localFamily('ecs.d3s', 'Big data', { kind: 'hdd', sizeGiB: 11_100 }),
  ['ecs.ebmg6', 'EnterpriseLevel', metal, 'ecs-5', cascadeLake, essdOnly],
  ['ecs.ebmc6', 'EnterpriseLevel', metal, 'ecs-5', cascadeLake, essdOnly],
  ['ecs.ebmr6', 'EnterpriseLevel', metal, 'ecs-5', cascadeLake, essdOnly],
  ['ecs.ebmg7', 'EnterpriseLevel', metal, 'ecs-6', iceLake, essdOnly],
  ['ecs.ebmc7', 'EnterpriseLevel', metal, 'ecs-6', iceLake, essdOnly],
  ['ecs.ebmr7', 'EnterpriseLevel', metal, 'ecs-6', iceLake, essdOnly],
  ['ecs.cm4', 'EnterpriseLevel', 'High Clock Speed', 'ecs-3', anyXeon, burstDisks],
  ['ecs.t1', 'EntryLevel', 'Shared', 'ecs-1', anyXeon, ['cloud', 'cloud_efficiency', 'cloud_ssd']],
];

/** All families, in the order of the catalogue. */
export const families: readonly Family[] = familyRows.map(
  ([family, level, category, generation, [processor, clockMHz, turboMHz], disks, more]) => ({
    family,
    level,
    category,
    generation,
    processor,
    clockMHz,
    turboMHz,
    isIoOptimized: family !== 'ecs.t1',
    diskCategories: disks,
    architecture: more?.architecture ?? 'x86_64',
    gpu: more?.gpu ?? null,
    localDisk: more?.localDisk ?? null,
  }),
);

const familiesByName = new Map(families.map((family) => [family.family, family] as const));

/** A family by its InstanceTypeFamily, or undefined where there is none. O(1). */
export function findFamily(family: string): Family | undefined {
  return familiesByName.get(family);
}
