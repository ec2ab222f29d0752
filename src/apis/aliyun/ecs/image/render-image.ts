import type { Image } from '#resources/image/image.ts';
import type { InferOut } from '#wire/infer.ts';
import type { response } from '../models/describe-images.ts';
import { imageWords } from './seen-images.ts';

export type ImageShown = InferOut<typeof response.fields.Images.item>;

const features = {
  NvmeSupport: 'unsupported',
  ImdsSupport: 'v1',
  CpuOnlineUpgrade: 'unsupported',
  CpuOnlineDowngrade: 'unsupported',
  MemoryOnlineUpgrade: 'unsupported',
  MemoryOnlineDowngrade: 'unsupported',
} as const;

/** A public image as DescribeImages shows it; nobody owns it, and it is never said to be in use. */
export function renderImage(image: Image): ImageShown {
  const words = imageWords(image);
  return {
    ImageId: image.key,
    ImageName: words.imageId,
    ImageFamily: words.imageFamily,
    ImageVersion: '',
    ImageOwnerAlias: 'system',
    ImageOwnerId: 0,
    Description: '',
    CreationTime: image.createdAt,
    Status: image.isGone ? 'UnAvailable' : 'Available',
    Progress: '100%',
    Usable: true,
    Usage: 'none',
    Size: image.sizeGiB,
    Architecture: image.architecture,
    Platform: words.platform,
    OSName: words.osName.zh,
    OSNameEn: words.osName.en,
    OSType: image.osFamily,
    BootMode: words.bootMode,
    IsPublic: true,
    IsCopied: false,
    IsSelfShared: '',
    IsSubscribed: false,
    IsSupportCloudinit: image.cloudInit,
    IsSupportIoOptimized: true,
    LoginAsNonRootSupported: false,
    LicenseType: 'Auto',
    ProductCode: '',
    SupplierName: '',
    ResourceGroupId: '',
    SecureBootOptions: { SecureBootSupport: 'unsupported' },
    Features: features,
    DetectionOptions: { Status: '', Items: [] },
    DiskDeviceMappings: [],
    Tags: [],
  };
}
