import type { Image } from '#resources/image/image.ts';
import { publicImageConstants } from '#catalogue/tencent/images.ts';
import { imageWords } from './seen-images.ts';

/** What Tencent calls an architecture (struct text of seed 004, L36738-36886). */
const architectureWords: Readonly<Record<Image['architecture'], string>> = {
  x86_64: 'x86_64',
  arm64: 'arm',
  i386: 'i386',
};

/** A public image as DescribeImages shows it, in the language asked for. */
export function renderPublicImage(image: Image, language: 'en-US' | 'zh-CN') {
  const { name, osName, platform } = imageWords(image, language);
  const { imageType, imageState, imageSource, imageCreator, licenseType } = publicImageConstants;
  return {
    ImageId: image.key,
    OsName: osName,
    ImageType: imageType,
    CreatedTime: image.createdAt,
    ImageName: name,
    ImageDescription: name,
    ImageSize: image.sizeGiB,
    Architecture: architectureWords[image.architecture],
    // No state of L36806-36818 says that an image is gone; this one says that it cannot be used.
    ImageState: image.isGone ? 'IMPORTFAILED' : imageState,
    Platform: platform,
    ImageCreator: imageCreator,
    ImageSource: imageSource,
    SyncPercent: null,
    IsSupportCloudinit: image.cloudInit,
    SnapshotSet: [],
    Tags: [],
    LicenseType: licenseType,
    ImageFamily: '',
    ImageDeprecated: false,
    CdcCacheStatus: '',
  };
}
