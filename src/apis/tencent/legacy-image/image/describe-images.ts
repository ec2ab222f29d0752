// https://cloud.tencent.com/document/api/213/1272 (seed 004 L54987)
import { action } from '#apis/context.ts';
import { id, integer, list, string, structure, time } from '#wire/builders.ts';
import { publicImagesAsked } from '../../structs/image/image-query.ts';
import { publicImageConstants, publicImageWords } from '#catalogue/tencent/images.ts';
import { keysNamed } from '../../structs/listing.ts';
import { limit, offset } from '../../legacy/paging.ts';

/** Types of images (L55018-55024); there are none of the other three yet. */
const PUBLIC = 2;
/** Statuses (L55006-55014): whichever it is asked for, a public image is fine. */
const ANY = 0;
const NORMAL = 2;
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

/** Public images, the only ones there are so far. */
export const describeImages = action.read({
  name: 'DescribeImages',
  input: structure({
    imageType: integer({ required: true, values: [1, PUBLIC, 3, 4] }),
    imageIds: list(id('image'), { max: IDS_MAX }),
    status: integer({ default: ANY, values: [ANY, 1, NORMAL, 3, 4, 5] }),
    offset,
    limit,
  }),
  output: structure({ totalCount: integer(), imageSet: list(legacyImageShape) }),
  handle: async ({ cloud }, { imageType, imageIds, status, ...page }) => {
    const none = imageType !== PUBLIC || (status !== ANY && status !== NORMAL);
    const keys = none ? [] : keysNamed(imageIds);
    const images = publicImagesAsked({ cloud, language: 'zh-CN' }, { keys });
    const shown = images.slice(page.offset, page.offset + page.limit).map((image) => {
      const name = publicImageWords(image.key)?.name.zh ?? image.osName;
      return {
        unImgId: image.key,
        imageName: name,
        imageDescription: name,
        osName: name,
        imageType: PUBLIC,
        createTime: image.createdAt,
        creator: publicImageConstants.imageCreator,
        status: NORMAL,
      };
    });
    return { totalCount: images.length, imageSet: shown };
  },
});
