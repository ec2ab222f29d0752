import { id, integer, string, structure, time } from '#wire/builders.ts';

/**
 * An image of 2017. The data type (seed 004 L50458-50476) and the example (L47065-47083) call four
 * fields differently, so an answer has both. ImageType is a number in the one and a text in the
 * other: the text is what the filter `image-type` takes.
 */
export const imageShape = structure({
  ImageId: id('image'),
  OsName: string(),
  ImageOsName: string(),
  ImageSize: integer({ asString: true }),
  ImageType: string(),
  CreatedTime: time({ form: 'seconds' }),
  ImageCreateTime: time({ form: 'seconds' }),
  ImageState: string(),
  ImageStatus: string(),
  ImageName: string(),
  ImageDescription: string(),
  ImageSource: string(),
  ImageCreator: string(),
  Creator: string(),
  Platform: string(),
  Architecture: string(),
});

/** An image of API 3.0 under both names of its fields. */
export function imageOf2017<
  const Today extends {
    readonly OsName: string;
    readonly CreatedTime: number;
    readonly ImageState: string;
    readonly ImageCreator: string;
  },
>(today: Today) {
  return {
    ...today,
    ImageOsName: today.OsName,
    ImageCreateTime: today.CreatedTime,
    ImageStatus: today.ImageState,
    Creator: today.ImageCreator,
  };
}
