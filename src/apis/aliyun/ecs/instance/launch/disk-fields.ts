import { boolean, integer, string } from '#wire/builders.ts';
import { always, notValid, pageCode } from './page-codes.ts';

/** Categories of system disks; seed 001 L67-70, 002 L176-183, 003 L374-384. */
export const systemCategories = [
  'cloud',
  'cloud_efficiency',
  'cloud_ssd',
  'cloud_essd',
  'cloud_auto',
  'cloud_essd_entry',
  'ephemeral_ssd',
] as const;

/** Categories of data disks: those of system disks, and elastic ephemeral ones (seed 003). */
export const dataCategories = [
  ...systemCategories,
  'cloud_regional_disk_auto',
  'elastic_ephemeral_disk_standard',
  'elastic_ephemeral_disk_premium',
] as const;

const levels = ['PL0', 'PL1', 'PL2', 'PL3'] as const;
export const performanceLevelCode = pageCode(
  'InvalidPerformanceLevel.Malformed',
  'The specified parameter DataDisk.n.PerformanceLevel is not valid.',
);
const encryptedCode = pageCode(
  'InvalidParameter.EncryptedIllegal',
  'The value of parameter Encrypted is illegal.',
);

/** Of both kinds of disks. Names and descriptions are checked with those of the instance. */
const anyDisk = {
  DiskName: string(),
  Description: string(),
  PerformanceLevel: string({ values: levels, codes: always(performanceLevelCode) }),
  StorageClusterId: string(),
} as const;

const encryption = {
  Encrypted: boolean({ default: false, codes: { type: encryptedCode } }),
  KMSKeyId: string(),
  EncryptAlgorithm: string({
    values: ['aes-256', 'sm4-128'],
    codes: always(notValid('InvalidEncryptAlgorithm', 'EncryptAlgorithm')),
  }),
} as const;

/** What only RunInstances has of today's SDK. */
const today = {
  AutoSnapshotPolicyId: string({ source: 'sdk' }),
  ProvisionedIops: integer({ min: 0, source: 'sdk' }),
  BurstingEnabled: boolean({ source: 'sdk' }),
} as const;

export const systemDiskFields = {
  Category: string({
    values: systemCategories,
    codes: always(notValid('InvalidSystemDiskCategory.ValueNotSupported', 'SystemDisk.Category')),
  }),
  Size: integer({
    min: 1,
    codes: always(notValid('InvalidSystemDiskSize', 'SystemDisk.Size', 404)),
  }),
  ...anyDisk,
} as const;

export const dataDiskFields = {
  Category: string({
    values: dataCategories,
    codes: always(notValid('InvalidDataDiskCategory.ValueNotSupported', 'DataDisk.n.Category')),
  }),
  Size: integer({
    codes: always(
      pageCode(
        'InvalidDataDiskSize.ValueNotSupported',
        'The specified DataDisk.n.Size beyond the permitted range, or the capacity of snapshot ' +
          'exceeds the size limit of the specified disk category.',
      ),
    ),
  }),
  SnapshotId: string(),
  Device: string({
    pattern: /^\/dev\/xvd([a-z]|[a-z]{2})$/,
    codes: always(notValid('InvalidDataDevice.Malformed', 'DataDisk.n.Device')),
  }),
  DeleteWithInstance: boolean(),
  ...anyDisk,
  ...encryption,
} as const;

export const systemDiskFieldsToday = { ...systemDiskFields, ...encryption, ...today } as const;

export const dataDiskFieldsToday = { ...dataDiskFields, ...today } as const;
