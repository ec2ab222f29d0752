import type { Catalogue } from '#resources/cloud.ts';
import type { Image } from '#resources/image/image.ts';
import { imageSeen, imagesSeen } from '#apis/seen-images.ts';
import { localName } from '#catalogue/tencent/regions.ts';
import { publicImageKeys, publicImageWords } from '#catalogue/tencent/images.ts';

/** The images there are here. */
export function allImagesSeen(catalogue: Catalogue): readonly Image[] {
  return imagesSeen(catalogue, publicImageKeys);
}

/** An image of the other vendor alone does not exist here: undefined. */
export function findImageSeen(catalogue: Catalogue, key: string): Image | undefined {
  return imageSeen(catalogue, key, publicImageWords(key) !== undefined);
}

/** What an image is called: an operator's by its name, in every language. */
export function imageWords(
  image: Image,
  language: 'en-US' | 'zh-CN',
): { readonly name: string; readonly osName: string; readonly platform: string } {
  const words = publicImageWords(image.key);
  if (words === undefined) {
    const { osName, platform } = image;
    return { name: image.name ?? osName, osName, platform };
  }
  const name = localName(words.name, language);
  return { name, osName: name, platform: words.platform };
}
