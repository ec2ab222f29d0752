import type { FaultWords } from '#apis/fault-words.ts';
import type { diskFaults } from '#resources/disk/faults.ts';

/** Codes of the pages of ECS (seeds 001 to 003, and each page). */
export const diskFaultWords: FaultWords<typeof diskFaults> = {
  codes: {
    tooMany: 'InstanceDiskNumLimitExceed',
    performanceLevelUnknown: 'InvalidPerformanceLevel.Malformed',
    encryptionMalformed: 'InvalidParameter.EncryptedIllegal',
    encryptionAlgorithmUnknown: 'InvalidEncryptAlgorithm',
    categoryUnknown: 'InvalidSystemDiskCategory.ValueNotSupported',
    sizeMalformed: 'InvalidSystemDiskSize',
    dataCategoryUnknown: 'InvalidDataDiskCategory.ValueNotSupported',
    dataSizeOutOfRange: 'InvalidDataDiskSize.ValueNotSupported',
    deviceMalformed: 'InvalidDataDevice.Malformed',
    releaseNotForCategory: 'DeleteWithInstance.Conflict',
    keptNotHere: 'DeleteWithInstance.Conflict',
    encryptionKeyNotFound: 'InvalidParameter.KMSKeyId.NotFound',
    clusterWithoutZone: 'InvalidStorageClusterId.ZoneIdEmpty',
    clusterWithoutSize: 'InvalidStorageClusterId.DiskSizeEmpty',
    clusterNotFound: 'InvalidStorageClusterId.NotExist',
    snapshotPolicyNotFound: 'InvalidAutoSnapshotPolicyId.NotFound',
    iopsNotForCategory: 'ProvisionedIopsForDiskCategoryUnsupported',
    iopsTooMany: 'InvalidProvisionedIops.LimitExceed',
    burstingNotForCategory: 'BurstingEnabledForDiskCategoryUnsupported',
    optionNotForCategory: 'InvalidDiskCategory.NotSupported 403',
    encryptionOffWithKey: 'InvalidEncrypted.NotMatchKmsKeyId',
    encryptionOffWithAlgorithm: 'InvalidEncrypted.NotMatchEncryptAlgorithm',
    sizeTooSmall: 'InvalidSystemDiskSize.LessThanMinSize',
    sizeTooLarge: 'InvalidSystemDiskSize.MoreThanMaxSize',
    sizeNotForLevel: 'OperationDenied.PerformanceLevelNotMatch',
    nameMalformed: 'InvalidDiskName.Malformed',
    descriptionMalformed: 'InvalidDiskDescription.Malformed',
    categoriesMixed: 'InvalidDiskCategory.Mismatch 403',
    categoryFull: 'InstanceDiskCategoryLimitExceed 403',
    categoryNotForType: 'InvalidDiskCategory.NotSupported 403',
    deviceInUse: 'InvalidDevice.InUse',
  },
};
