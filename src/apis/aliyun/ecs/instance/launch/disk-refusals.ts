import { iopsMaxOf, systemSizeDefault } from '#catalogue/aliyun/disks.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { isAutoPl } from '../../disk/data-disk-rules.ts';
import type { DataDiskAsked } from './launch-asked.ts';

export interface LocatedDisk extends DataDiskAsked {
  readonly category: string;
  /** Whether its zone is said, by name or by a vSwitch. */
  readonly located: boolean;
}

/** Refuses what a disk may not be asked for, whatever the type. */
export function refuseDisk(disk: LocatedDisk): void {
  const { category, KMSKeyId, Size, StorageClusterId, ProvisionedIops } = disk;
  const isAuto = isAutoPl(category);
  if (category === 'ephemeral_ssd' && disk.DeleteWithInstance !== undefined) {
    throw diskFaults.releaseNotForCategory();
  }
  if (disk.Encrypted !== true) {
    if (KMSKeyId !== undefined) throw diskFaults.encryptionOffWithKey();
    if (disk.EncryptAlgorithm !== undefined) throw diskFaults.encryptionOffWithAlgorithm();
  }
  if (KMSKeyId !== undefined) throw diskFaults.encryptionKeyNotFound();
  if (StorageClusterId !== undefined) {
    if (!disk.located) throw diskFaults.clusterWithoutZone();
    if (Size === undefined) throw diskFaults.clusterWithoutSize();
    throw diskFaults.clusterNotFound();
  }
  if (ProvisionedIops !== undefined) {
    if (!isAuto) throw diskFaults.iopsNotForCategory();
    if (ProvisionedIops > iopsMaxOf(Size ?? systemSizeDefault)) throw diskFaults.iopsTooMany();
  }
  if (disk.BurstingEnabled === true && !isAuto) throw diskFaults.burstingNotForCategory();
}
