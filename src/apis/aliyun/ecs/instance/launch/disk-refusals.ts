import type { DataDiskAsked } from './disk-asked.ts';
import { iopsMaxOf, systemSizeDefault } from './disk-sizes.ts';
import { pageCode, type Refusals } from './page-codes.ts';

export interface LocatedDisk extends DataDiskAsked {
  readonly category: string;
  /** Whether its zone is said, by name or by a vSwitch. */
  readonly located: boolean;
}

const mustEncrypt = (code: string, because: string) =>
  pageCode(code, `The specified parameter Encrypted must be true when ${because} is not empty.`);
const cluster = 'when StorageClusterId given.';

/** What a disk may not be asked for, whatever the type. */
export const diskRefusals: Refusals<LocatedDisk> = [
  [
    ({ category, DeleteWithInstance }) =>
      category === 'ephemeral_ssd' && DeleteWithInstance !== undefined,
    pageCode(
      'DeleteWithInstance.Conflict',
      'The specified disk is not a portable disk and cannot be set to ' +
        'DeleteWithInstance attribute.',
      403,
    ),
  ],
  [
    ({ KMSKeyId, Encrypted }) => KMSKeyId !== undefined && Encrypted !== true,
    mustEncrypt('InvalidEncrypted.NotMatchKmsKeyId', 'KmsKeyId'),
  ],
  [
    ({ EncryptAlgorithm, Encrypted }) => EncryptAlgorithm !== undefined && Encrypted !== true,
    mustEncrypt('InvalidEncrypted.NotMatchEncryptAlgorithm', 'EncryptAlgorithm'),
  ],
  [
    ({ KMSKeyId }) => KMSKeyId !== undefined,
    pageCode('InvalidParameter.KMSKeyId.NotFound', 'The specified KMSKeyId does not exist.', 404),
  ],
  [
    ({ StorageClusterId, located }) => StorageClusterId !== undefined && !located,
    pageCode(
      'InvalidStorageClusterId.ZoneIdEmpty',
      `The specified param ZoneId cannot be empty ${cluster}`,
    ),
  ],
  [
    ({ StorageClusterId, Size }) => StorageClusterId !== undefined && Size === undefined,
    pageCode(
      'InvalidStorageClusterId.DiskSizeEmpty',
      `The specified param DiskSize cannot be empty ${cluster}`,
    ),
  ],
  [
    ({ StorageClusterId }) => StorageClusterId !== undefined,
    pageCode(
      'InvalidStorageClusterId.NotExist',
      'The specified StorageClusterId does not exist in current region.',
      404,
    ),
  ],
  [
    ({ AutoSnapshotPolicyId }) => AutoSnapshotPolicyId !== undefined,
    pageCode(
      'InvalidAutoSnapshotPolicyId.NotFound',
      'Specified parameter AutoSnapshotPolicyId not found.',
      404,
    ),
  ],
  [
    ({ ProvisionedIops, category }) => ProvisionedIops !== undefined && !isAuto(category),
    pageCode(
      'ProvisionedIopsForDiskCategoryUnsupported',
      'The specified disk category does not support provisioned iops.',
    ),
  ],
  [
    ({ ProvisionedIops = 0, Size = systemSizeDefault }) => ProvisionedIops > iopsMaxOf(Size),
    pageCode('InvalidProvisionedIops.LimitExceed', 'The provisioned iops exceeds the limit.'),
  ],
  [
    ({ BurstingEnabled, category }) => BurstingEnabled === true && !isAuto(category),
    pageCode(
      'BurstingEnabledForDiskCategoryUnsupported',
      'The specified disk category does not support bursting enabled.',
    ),
  ],
];

function isAuto(category: string): boolean {
  return category === 'cloud_auto' || category === 'cloud_regional_disk_auto';
}
