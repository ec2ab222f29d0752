import type { Catalogue } from '#resources/cloud.ts';
import type { Image } from '#resources/image/image.ts';
import { imageSeen, type ImageSeeker, imagesSeen } from '#apis/seen-images.ts';
import type { LaunchableImage } from '#resources/image/system.ts';
import {
  type PublicImageWords,
  publicImageKeys,
  publicImageWords,
} from '#catalogue/aliyun/images.ts';

/** The images there are here. */
export function allImagesSeen(catalogue: Catalogue): readonly Image[] {
  return imagesSeen(catalogue, publicImageKeys);
}

/** An image of the other vendor alone does not exist here: undefined. */
export function findImageSeen(
  seeker: ImageSeeker,
  key: string,
): Promise<LaunchableImage | undefined> {
  return imageSeen(seeker, key, publicImageWords(key) !== undefined);
}

/** What an image is called, where a public image has its id: an operator's by its name. */
export function imageWords({ key, name, osName, platform }: Image): PublicImageWords {
  const words = publicImageWords(key);
  if (words !== undefined) return words;
  const both = { zh: osName, en: osName };
  return { imageId: name ?? osName, osName: both, platform, imageFamily: '', bootMode: 'BIOS' };
}
