import type { Catalogue } from '#resources/cloud.ts';
import type { Image } from '#resources/image/image.ts';
import type { OwnImage } from '#resources/image/own-image.ts';
import { imageSeen, type ImageSeeker, imagesSeen } from '#apis/seen-images.ts';
import type { LaunchableImage } from '#resources/image/system.ts';
import { localName } from '#catalogue/tencent/regions.ts';
import { publicImageKeys, publicImageWords } from '#catalogue/tencent/images.ts';

/** The images there are here for every account. */
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

/** Whether an account made the image: it has what no public one has. */
export function isOwn(image: Image): image is OwnImage {
  return image.visibility !== 'public';
}

/**
 * What an image and its system are called. An operator's and an account's own go by their name, in
 * every language; the system of an own one is called as that of the public image it comes from.
 */
export function imageWords(
  image: Image,
  language: 'en-US' | 'zh-CN',
): { readonly name: string; readonly osName: string; readonly platform: string } {
  const words = publicImageWords(isOwn(image) ? (image.base ?? '') : image.key);
  const osName = words === undefined ? image.osName : localName(words.name, language);
  const name = words === undefined || isOwn(image) ? (image.name ?? osName) : osName;
  return { name, osName, platform: words?.platform ?? image.platform };
}
