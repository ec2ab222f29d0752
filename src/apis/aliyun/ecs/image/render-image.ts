import { publicImageWords } from '#catalogue/aliyun/images.ts';
import type { Image } from '#resources/image/image.ts';
import { type ImageDisk, type OwnImage, progressOf } from '#resources/image/own-image.ts';
import type { Tag } from '#resources/tag/tag.ts';
import type { InferOut } from '#wire/infer.ts';
import type { response } from '../models/describe-images.ts';
import type { ImageOwn } from './image-fields.ts';
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

/** What is known of an own image besides its row. */
export interface BesideImage {
  readonly now: number;
  readonly disks: readonly ImageDisk[];
  readonly tags: readonly Tag[];
  readonly isShared: boolean;
  readonly isUsed: boolean;
}

/** A public image as DescribeImages shows it; it is never said to be in use. */
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

const statusOfState = {
  creating: 'Creating',
  copying: 'Creating',
  importing: 'Creating',
  available: 'Available',
  failed: 'CreateFailed',
  'import-failed': 'CreateFailed',
} as const satisfies Readonly<Record<OwnImage['state'], string>>;

/** As the page's sample has it; the text has `true`. */
function sharedWord(isShared: boolean): string {
  return isShared ? 'True' : 'False';
}

/** An image of the account, or one that it was given, as DescribeImages shows it. */
export function renderOwnImage(image: OwnImage, beside: BesideImage): ImageShown {
  const own: ImageOwn = image.own;
  // What runs from it has the words of the public image it comes from.
  const words = publicImageWords(image.base ?? '') ?? imageWords(image);
  const isOwn = image.visibility === 'private';
  const progress = `${progressOf(image, beside.now)}%`;
  const status = statusOfState[image.state];
  return {
    ...renderImage(image),
    ImageName: image.name,
    ImageFamily: image.family ?? '',
    ImageVersion: own.ImageVersion ?? '',
    ImageOwnerAlias: isOwn ? 'self' : 'others',
    ImageOwnerId: Number(image.account),
    Description: image.description,
    Status: status === 'Available' && image.deprecated ? 'Deprecated' : status,
    Progress: progress,
    Usable: image.state === 'available',
    Usage: beside.isUsed ? 'instance' : 'none',
    Platform: image.base === null ? (own.Platform ?? image.platform) : words.platform,
    OSName: words.osName.zh,
    OSNameEn: words.osName.en,
    BootMode: image.bootMode ?? own.BootMode ?? words.bootMode,
    IsPublic: false,
    IsCopied: image.source === 'copy',
    IsSelfShared: isOwn ? sharedWord(beside.isShared) : '',
    LicenseType: own.LicenseType ?? (image.licence === 'own' ? 'BYOL' : 'Auto'),
    ResourceGroupId: isOwn ? (image.resourceGroup ?? '') : '',
    Features: {
      ...features,
      ImdsSupport: own.ImdsSupport ?? features.ImdsSupport,
      NvmeSupport: own.NvmeSupport ?? features.NvmeSupport,
    },
    DiskDeviceMappings: beside.disks.map((disk, position) =>
      mappingOf(disk, { image, position, progress, isOwn, now: beside.now }),
    ),
    Tags: beside.tags.map(({ name, value }) => ({ TagKey: name, TagValue: value })),
  };
}

interface Around {
  readonly image: OwnImage;
  readonly position: number;
  readonly progress: string;
  readonly isOwn: boolean;
  readonly now: number;
}

/** A disk of an image; the snapshots behind one of another account are that account's. */
function mappingOf(disk: ImageDisk, { image, position, progress, isOwn, now }: Around) {
  const own: ImageOwn = image.own;
  const isCopying = image.state === 'copying';
  const letter = disk.device ?? String.fromCodePoint(FIRST_LETTER + position);
  return {
    Device: letter.startsWith('/') ? letter : `/dev/xvd${letter}`,
    Encrypted: image.encrypted,
    Format: own.Format ?? '',
    ImportOSSBucket: own.OSSBucket ?? '',
    ImportOSSObject: own.OSSObject ?? '',
    Progress: isCopying ? progress : '',
    RemainTime: isCopying ? Math.max(0, Math.ceil((image.expectedAt - now) / 1000)) : 0,
    Size: String(disk.sizeGiB),
    SnapshotId: isOwn ? (disk.snapshot ?? '') : '',
    Type: disk.role,
  };
}

const FIRST_LETTER = 'a'.codePointAt(0) ?? 0;
