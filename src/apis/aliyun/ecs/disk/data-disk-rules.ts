import { dataSizeOf, levelDefault, levelSizeOf } from '#catalogue/aliyun/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';

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
  if (sizeGiB < least) throw diskFaults.sizeNotForLevel();
}
