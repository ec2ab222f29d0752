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
}

const essdOnly = ['cloud_essd', 'cloud_auto'];
const allCloudDisks = ['cloud_efficiency', 'cloud_ssd', 'cloud_essd', 'cloud_auto'];
const entryDisks = ['cloud_essd_entry', 'cloud_essd', 'cloud_auto'];
const universalDisks = ['cloud_essd', 'cloud_auto', 'cloud_essd_entry'];
const burstDisks = ['cloud_efficiency', 'cloud_ssd', 'cloud_essd'];

const skylake = ['Intel Xeon (Skylake) Platinum 8163', 2500, 2700] as const;
const cascadeLake = ['Intel Xeon (Cascade Lake) Platinum 8269CY', 2500, 3200] as const;
const iceLake = ['Intel Xeon (Ice Lake) Platinum 8369B', 2700, 3500] as const;
const anyXeon = ['Intel Xeon Platinum', 0, 0] as const;

/** [family, level, category, generation, processor, disk categories] */
type FamilyRow = readonly [
  string,
  FamilyLevel,
  string,
  string,
  readonly [string, number, number],
  readonly string[],
];

const familyRows: readonly FamilyRow[] = [
  ['ecs.g5', 'EnterpriseLevel', 'General-purpose', 'ecs-4', skylake, allCloudDisks],
  ['ecs.g6', 'EnterpriseLevel', 'General-purpose', 'ecs-5', cascadeLake, allCloudDisks],
  ['ecs.c6', 'EnterpriseLevel', 'Compute-optimized', 'ecs-5', cascadeLake, allCloudDisks],
  ['ecs.r6', 'EnterpriseLevel', 'Memory-optimized', 'ecs-5', cascadeLake, allCloudDisks],
  ['ecs.g7', 'EnterpriseLevel', 'General-purpose', 'ecs-6', iceLake, essdOnly],
  ['ecs.c7', 'EnterpriseLevel', 'Compute-optimized', 'ecs-6', iceLake, essdOnly],
  ['ecs.u1', 'EnterpriseLevel', 'General-purpose', 'ecs-5', anyXeon, universalDisks],
  ['ecs.e', 'EntryLevel', 'Shared', 'ecs-5', anyXeon, entryDisks],
  ['ecs.t5', 'CreditEntryLevel', 'Shared', 'ecs-3', skylake, burstDisks],
  ['ecs.t6', 'CreditEntryLevel', 'Shared', 'ecs-5', cascadeLake, burstDisks],
  ['ecs.cm4', 'EnterpriseLevel', 'High Clock Speed', 'ecs-3', anyXeon, burstDisks],
  ['ecs.t1', 'EntryLevel', 'Shared', 'ecs-1', anyXeon, ['cloud', 'cloud_efficiency', 'cloud_ssd']],
];

/** All families, in the order of the catalogue. */
export const families: readonly Family[] = familyRows.map(
  ([family, level, category, generation, [processor, clockMHz, turboMHz], diskCategories]) => ({
    family,
    level,
    category,
    generation,
    processor,
    clockMHz,
    turboMHz,
    isIoOptimized: family !== 'ecs.t1',
    diskCategories,
  }),
);

const familiesByName = new Map(families.map((family) => [family.family, family] as const));

/** A family by its InstanceTypeFamily, or undefined where there is none. O(1). */
export function findFamily(family: string): Family | undefined {
  return familiesByName.get(family);
}
