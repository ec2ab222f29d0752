import { dataSizeOf, diskCategoryOf, iopsMaxOf, systemSizeOf } from '#catalogue/aliyun/disks.ts';
import type { Catalogue } from '#resources/cloud.ts';
import type { Disk } from '#resources/disk/disk.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { paidDisk } from '#resources/disk/shown-state.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { isAutoPl, levelOf, requireLevelSize, typeTakes } from './data-disk-rules.ts';

/** From the fastest to the slowest; disks of other categories stay what they are. */
export const changeableCategories = [
  'cloud_essd',
  'cloud_auto',
  'cloud_ssd',
  'cloud_essd_entry',
  'cloud_efficiency',
] as const;

interface SpecAsked {
  readonly disk: Disk;
  readonly instance: Instance | null;
  readonly DiskCategory: string | undefined;
  readonly PerformanceLevel: string | undefined;
  readonly ProvisionedIops: number | undefined;
}

/**
 * What becomes of a disk by ModifyDiskSpec.
 * @throws disk.notForCategory, disk.categoryNotForType, disk.sizeNotForLevel,
 * disk.performanceLevelUnknown, disk.iopsNotForCategory, disk.iopsTooMany
 */
export function changedSpec(catalogue: Catalogue, { disk, instance, ...asked }: SpecAsked) {
  const { key, sizeGiB, role } = disk;
  const before = diskCategoryOf(disk.category);
  const category = asked.DiskCategory ?? before;
  const moves = category !== before;
  const known: readonly string[] = changeableCategories;
  const refused = () => diskFaults.notForCategory({ disk: key });
  if (!known.includes(before)) throw refused();
  if (moves && before === 'cloud_essd_entry' && !/^cloud_(essd|auto)$/.test(category)) {
    throw refused();
  }
  // One that was an ESSD before has its level still.
  const had = before === 'cloud_essd' ? disk.doc.performanceLevel : undefined;
  const level = levelOf(category, asked.PerformanceLevel ?? (moves ? undefined : had));
  const isPrepaid = paidDisk(disk, instance).chargeType === 'prepaid';
  if (isPrepaid && known.indexOf(category) > known.indexOf(before)) throw refused();
  if (!moves && level !== undefined && had !== undefined && level < had) {
    // Down to PL0 not even one that is paid by the hour goes.
    if (isPrepaid || level === 'PL0') throw refused();
  }
  const [min, max] = role === 'system' ? systemSizeOf(category) : dataSizeOf(category);
  if (sizeGiB < min || sizeGiB > max) throw refused();
  requireLevelSize(sizeGiB, level);
  if (instance !== null && !typeTakes(catalogue, instance.type, category)) {
    throw diskFaults.categoryNotForType();
  }
  const { ProvisionedIops } = asked;
  if (ProvisionedIops !== undefined && !isAutoPl(category)) throw diskFaults.iopsNotForCategory();
  if ((ProvisionedIops ?? 0) > iopsMaxOf(sizeGiB)) throw diskFaults.iopsTooMany();
  return {
    category: moves ? category : disk.category,
    performanceLevel: level,
    own: isAutoPl(category)
      ? { ProvisionedIops: ProvisionedIops ?? disk.doc.own?.['ProvisionedIops'] }
      : { ProvisionedIops: undefined, BurstingEnabled: undefined },
  };
}
