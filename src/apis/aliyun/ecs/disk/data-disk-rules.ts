import { dataSizeOf, levelDefault, levelSizeOf } from '#catalogue/aliyun/disks.ts';
import { findFamily } from '#catalogue/aliyun/families.ts';
import type { Catalogue } from '#resources/cloud.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { descriptionIssue, nameIssue } from '../instance/names.ts';

/**
 * The performance level of a disk: an ESSD has one, no other disk does.
 * @throws disk.performanceLevelUnknown
 */
export function levelOf(category: string, given: string | undefined): string | undefined {
  if (category === 'cloud_essd') return given ?? levelDefault;
  if (given === undefined) return undefined;
  throw diskFaults.performanceLevelUnknown();
}

/**
 * GiB of a data disk of a category and level (seed 003 L869-882).
 * @throws disk.dataSizeOutOfRange, disk.sizeNotForLevel
 */
export function requireDataSize(
  sizeGiB: number,
  { category, level }: { readonly category: string; readonly level: string | undefined },
): void {
  const [min, max] = dataSizeOf(category);
  const least = levelSizeOf(level);
  if (sizeGiB < min || sizeGiB > max || (level === levelDefault && sizeGiB < least)) {
    throw diskFaults.dataSizeOutOfRange();
  }
  requireLevelSize(sizeGiB, level);
}

/** @throws disk.sizeNotForLevel where a disk of the level has to be larger */
export function requireLevelSize(sizeGiB: number, level: string | undefined): void {
  if (sizeGiB < levelSizeOf(level)) throw diskFaults.sizeNotForLevel();
}

/** Of an instance, besides its system disk (seed 003 L868: DataDisk.N, to 16). */
export const dataDisksMax = 16;

/** Whether a type takes disks of a category; of the other vendor's types nothing is told. */
export function typeTakes(catalogue: Catalogue, type: string, category: string): boolean {
  const categories = diskCategoriesNamed(catalogue, type);
  return categories.length === 0 || categories.includes(category);
}

function diskCategoriesNamed(catalogue: Catalogue, type: string): readonly string[] {
  return findFamily(catalogue.instanceType(type)?.family ?? '')?.diskCategories ?? [];
}

/** Whether disks of a category can do more for a while, and are sold operations besides. */
export function isAutoPl(category: string): boolean {
  return category === 'cloud_auto' || category === 'cloud_regional_disk_auto';
}

/** @throws disk.nameMalformed, disk.descriptionMalformed */
export function requireDiskTexts({ DiskName, Description }: DiskTexts): void {
  if (DiskName !== undefined && nameIssue(DiskName) !== undefined) throw diskFaults.nameMalformed();
  if (Description !== undefined && descriptionIssue(Description) !== undefined) {
    throw diskFaults.descriptionMalformed();
  }
}

interface DiskTexts {
  readonly DiskName?: string | undefined;
  readonly Description?: string | undefined;
}
