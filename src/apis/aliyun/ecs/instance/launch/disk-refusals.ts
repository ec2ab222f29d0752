import { diskFaults } from '#resources/disk/faults.ts';
import type { DataDiskAsked } from './disk-asked.ts';
import { iopsMaxOf, systemSizeDefault } from '#catalogue/aliyun/disks.ts';
import type { Refusals } from './refusals.ts';

export interface LocatedDisk extends DataDiskAsked {
  readonly category: string;
  /** Whether its zone is said, by name or by a vSwitch. */
  readonly located: boolean;
}

/** What a disk may not be asked for, whatever the type. */
export const diskRefusals: Refusals<LocatedDisk> = [
  [
    ({ category, DeleteWithInstance }) =>
      category === 'ephemeral_ssd' && DeleteWithInstance !== undefined,
    diskFaults.releaseNotForCategory,
  ],
  [
    ({ KMSKeyId, Encrypted }) => KMSKeyId !== undefined && Encrypted !== true,
    diskFaults.encryptionOffWithKey,
  ],
  [
    ({ EncryptAlgorithm, Encrypted }) => EncryptAlgorithm !== undefined && Encrypted !== true,
    diskFaults.encryptionOffWithAlgorithm,
  ],
  [({ KMSKeyId }) => KMSKeyId !== undefined, diskFaults.encryptionKeyNotFound],
  [
    ({ StorageClusterId, located }) => StorageClusterId !== undefined && !located,
    diskFaults.clusterWithoutZone,
  ],
  [
    ({ StorageClusterId, Size }) => StorageClusterId !== undefined && Size === undefined,
    diskFaults.clusterWithoutSize,
  ],
  [({ StorageClusterId }) => StorageClusterId !== undefined, diskFaults.clusterNotFound],
  [
    ({ AutoSnapshotPolicyId }) => AutoSnapshotPolicyId !== undefined,
    diskFaults.snapshotPolicyNotFound,
  ],
  [
    ({ ProvisionedIops, category }) => ProvisionedIops !== undefined && !isAuto(category),
    diskFaults.iopsNotForCategory,
  ],
  [
    ({ ProvisionedIops = 0, Size = systemSizeDefault }) => ProvisionedIops > iopsMaxOf(Size),
    diskFaults.iopsTooMany,
  ],
  [
    ({ BurstingEnabled, category }) => BurstingEnabled === true && !isAuto(category),
    diskFaults.burstingNotForCategory,
  ],
];

function isAuto(category: string): boolean {
  return category === 'cloud_auto' || category === 'cloud_regional_disk_auto';
}
