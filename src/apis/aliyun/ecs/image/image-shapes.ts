import { boolean, id, integer, list, string, structure, time } from '#wire/builders.ts';
import type { InferOut } from '#wire/infer.ts';

const diskDeviceMapping = structure({
  Device: string(),
  Encrypted: boolean(),
  Format: string(),
  ImportOSSBucket: string(),
  ImportOSSObject: string(),
  Progress: string(),
  RemainTime: integer(),
  Size: integer({ asString: true }),
  SnapshotId: string(),
  Type: string(),
});

const detectionItem = structure({
  Name: string(),
  RiskCode: string(),
  RiskLevel: string(),
  Value: string(),
});

/** An image as DescribeImages shows it: the fields of today's SDK model. */
export const imageShape = structure({
  ImageId: id('image'),
  ImageName: string(),
  ImageFamily: string(),
  ImageVersion: string(),
  ImageOwnerAlias: string(),
  ImageOwnerId: integer(),
  Description: string(),
  CreationTime: time({ form: 'seconds' }),
  Status: string(),
  Progress: string(),
  Usable: boolean(),
  Usage: string(),
  Size: integer(),
  Architecture: string(),
  Platform: string(),
  OSName: string(),
  OSNameEn: string(),
  OSType: string(),
  BootMode: string(),
  IsPublic: boolean(),
  IsCopied: boolean(),
  IsSelfShared: string(),
  IsSubscribed: boolean(),
  IsSupportCloudinit: boolean(),
  IsSupportIoOptimized: boolean(),
  LoginAsNonRootSupported: boolean(),
  LicenseType: string(),
  ProductCode: string(),
  SupplierName: string(),
  ResourceGroupId: string(),
  SecureBootOptions: structure({ SecureBootSupport: string() }),
  Features: structure({
    NvmeSupport: string(),
    ImdsSupport: string(),
    CpuOnlineUpgrade: string(),
    CpuOnlineDowngrade: string(),
    MemoryOnlineUpgrade: string(),
    MemoryOnlineDowngrade: string(),
  }),
  DetectionOptions: structure({
    Status: string(),
    Items: list(detectionItem, { element: 'Item' }),
  }),
  DiskDeviceMappings: list(diskDeviceMapping, { element: 'DiskDeviceMapping' }),
  Tags: list(structure({ TagKey: string(), TagValue: string() }), { element: 'Tag' }),
});

export type ImageShown = InferOut<typeof imageShape>;
