import type { ReadContext } from '#apis/context.ts';
import { publicImageConstants } from '#catalogue/tencent/images.ts';
import type { Image } from '#resources/image/image.ts';
import { type ImageDisk, type OwnImage, progressOf } from '#resources/image/own-image.ts';
import { disksOfOwnImages } from '#resources/image/own-images.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { shownTags } from '../tag/tags.ts';
import { imageWords, isOwn } from './seen-images.ts';
import { architectureWords, imageStateWords, imageTypeWords, licenceWords } from './words.ts';

type Shower = Pick<ReadContext, 'db' | 'language' | 'now'>;

/** Images as DescribeImages shows them, in the language asked for. */
export async function renderImages(context: Shower, images: ReadonlyArray<Image | OwnImage>) {
  // What an image of another account is made of is that account's.
  const keys = images.filter(({ visibility }) => visibility === 'private').map(({ key }) => key);
  const disks = await disksOfOwnImages(context.db, keys);
  const tags = await tagsOf(context.db, 'image', keys);
  return images.map((image) => ({
    ...common(image, context.language),
    ...(isOwn(image)
      ? own(image, { now: context.now, disks: disks.get(image.key), tags: tags.get(image.key) })
      : ofVendor(image, context.language)),
  }));
}

function common(image: Image, language: 'en-US' | 'zh-CN') {
  const { osName, platform } = imageWords(image, language);
  return {
    ImageId: image.key,
    OsName: osName,
    ImageType: imageTypeWords[image.visibility],
    CreatedTime: image.createdAt,
    ImageSize: image.sizeGiB,
    Architecture: architectureWords[image.architecture],
    Platform: platform,
    IsSupportCloudinit: image.cloudInit,
    CdcCacheStatus: '',
  };
}

function ofVendor(image: Image, language: 'en-US' | 'zh-CN') {
  const { name } = imageWords(image, language);
  const { imageState, imageSource, imageCreator, licenseType } = publicImageConstants;
  return {
    ImageName: name,
    ImageDescription: name,
    // No state of L36806-36818 says that an image is gone; this one says that it cannot be used.
    ImageState: image.isGone ? 'IMPORTFAILED' : imageState,
    ImageCreator: imageCreator,
    ImageSource: imageSource,
    SyncPercent: null,
    SnapshotSet: [],
    Tags: [],
    LicenseType: licenseType,
    ImageFamily: '',
    ImageDeprecated: false,
  };
}

function own(
  image: OwnImage,
  beside: {
    readonly now: number;
    readonly disks: readonly ImageDisk[] | undefined;
    readonly tags: readonly Tag[] | undefined;
  },
) {
  const { state } = image;
  return {
    ImageName: image.name,
    ImageDescription: image.description,
    ImageState: imageStateWords[state],
    ImageCreator: image.account,
    ImageSource: image.source === 'import' ? 'EXTERNAL_IMPORT' : 'CREATE_IMAGE',
    SyncPercent: state === 'copying' ? progressOf(image, beside.now) : null,
    SnapshotSet: snapshotsOf(beside.disks ?? []),
    Tags: shownTags(beside.tags),
    LicenseType: licenceWords[image.licence],
    ImageFamily: image.family ?? '',
    ImageDeprecated: image.deprecated,
  };
}

function snapshotsOf(disks: readonly ImageDisk[]) {
  return disks.flatMap(({ snapshot, role, sizeGiB }) =>
    snapshot === null
      ? []
      : [
          {
            SnapshotId: snapshot,
            DiskUsage: role === 'system' ? 'SYSTEM_DISK' : 'DATA_DISK',
            DiskSize: sizeGiB,
          },
        ],
  );
}
