import type { Image } from '#resources/image/image.ts';
import type { InferOut } from '#wire/infer.ts';
import { renderPublicImage } from '../../structs/image/public-image.ts';
import type { imageShape } from './image-shape.ts';

/** A public image as the DescribeImages of 2017 shows it, under both names of its fields. */
export function renderImage(
  image: Image,
  language: 'en-US' | 'zh-CN',
): InferOut<typeof imageShape> {
  const today = renderPublicImage(image, language);
  return {
    ...today,
    ImageOsName: today.OsName,
    ImageCreateTime: today.CreatedTime,
    ImageStatus: today.ImageState,
    Creator: today.ImageCreator,
  };
}
