import { diskFaults } from '#resources/disk/faults.ts';
import { boolean, integer, string } from '#wire/builders.ts';
import { always } from './refusals.ts';

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

/** Of both kinds of disks. Names and descriptions are checked with those of the instance. */
const anyDisk = {
  DiskName: string(),
  Description: string(),
  PerformanceLevel: string({ values: levels, reasons: always(diskFaults.performanceLevelUnknown) }),
  StorageClusterId: string(),
} as const;

const encryption = {
  Encrypted: boolean({ default: false, reasons: { type: diskFaults.encryptionMalformed } }),
  KMSKeyId: string(),
  EncryptAlgorithm: string({
    values: ['aes-256', 'sm4-128'],
    reasons: always(diskFaults.encryptionAlgorithmUnknown),
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
    reasons: always(diskFaults.categoryUnknown),
  }),
  Size: integer({
    min: 1,
    reasons: always(diskFaults.sizeMalformed),
  }),
  ...anyDisk,
} as const;

export const dataDiskFields = {
  Category: string({
    values: dataCategories,
    reasons: always(diskFaults.dataCategoryUnknown),
  }),
  Size: integer({
    reasons: always(diskFaults.dataSizeOutOfRange),
  }),
  SnapshotId: string(),
  Device: string({
    pattern: /^\/dev\/xvd([a-z]|[a-z]{2})$/,
    reasons: always(diskFaults.deviceMalformed),
  }),
  DeleteWithInstance: boolean(),
  ...anyDisk,
  ...encryption,
} as const;

export const systemDiskFieldsToday = { ...systemDiskFields, ...encryption, ...today } as const;

export const dataDiskFieldsToday = { ...dataDiskFields, ...today } as const;
