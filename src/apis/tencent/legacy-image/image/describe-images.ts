// https://cloud.tencent.com/document/api/213/1272 (seed 004 L54987)
import { action } from '#apis/context.ts';
import { id, integer, list, string, structure, time } from '#wire/builders.ts';
import { publicImageConstants } from '#catalogue/tencent/images.ts';
import { imagesAsked } from '../../structs/image/image-query.ts';
import { imageWords, isOwn } from '../../structs/image/seen-images.ts';
import { keysNamed } from '../../structs/listing.ts';
import { limit, offset } from '../../legacy/paging.ts';
import { imageTypes } from './image-types.ts';
import { ANY, statusesOf } from './image-statuses.ts';

const MARKET = 3;
const IDS_MAX = 10;

const legacyImageShape = structure({
  unImgId: id('image'),
  imageName: string(),
  imageDescription: string(),
  osName: string(),
  imageType: integer(),
  createTime: time({ form: 'china' }),
  creator: string(),
  status: integer(),
});

/** Images of a type. One that could not be made has no status here, and is not shown. */
export const describeImages = action.read({
  name: 'DescribeImages',
  input: structure({
    imageType: integer({ required: true, values: [...Object.values(imageTypes), MARKET] }),
    imageIds: list(id('image'), { max: IDS_MAX }),
    status: integer({ default: ANY, values: [ANY, 1, 2, 3, 4, 5] }),
    offset,
    limit,
  }),
  output: structure({ totalCount: integer(), imageSet: list(legacyImageShape) }),
  handle: async (context, { imageType, imageIds, status, ...page }) => {
    const asked = { ...context, language: 'zh-CN' } as const;
    const images = await imagesAsked(asked, { keys: keysNamed(imageIds) });
    const ofType = images.filter(({ visibility }) => imageTypes[visibility] === imageType);
    const statuses = await statusesOf(context, ofType);
    const found = ofType.filter(({ key }) => {
      const its = statuses.get(key);
      return its !== undefined && (status === ANY || its === status);
    });
    const shown = found.slice(page.offset, page.offset + page.limit).map((image) => {
      const { name, osName } = imageWords(image, 'zh-CN');
      return {
        unImgId: image.key,
        imageName: name,
        imageDescription: isOwn(image) ? image.description : name,
        osName,
        imageType,
        createTime: image.createdAt,
        creator: isOwn(image) ? image.account : publicImageConstants.imageCreator,
        status: statuses.get(image.key) ?? ANY,
      };
    });
    return { totalCount: found.length, imageSet: shown };
  },
});
