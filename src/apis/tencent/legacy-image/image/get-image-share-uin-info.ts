// https://cloud.tencent.com/doc/api/229/2391 (seed 004 L54836)
import { action } from '#apis/context.ts';
import { imageShares } from '#resources/image/verbs/share-image.ts';
import { id, integer, list, string, structure, time } from '#wire/builders.ts';
import { olderAccountsMax } from '../../structs/image/share-permission.ts';

const IDS_MAX = 10;

/** The accounts that images are shared with. Its numbers are texts, as in the example (L54918). */
export const getImageShareUinInfo = action.read({
  name: 'GetImageShareUinInfo',
  input: structure({ imageIds: list(id('image'), { required: true, min: 1, max: IDS_MAX }) }),
  output: structure({
    data: structure({
      imageNum: integer({ asString: true }),
      maxImgShareNum: integer({ asString: true }),
      imageList: list(
        structure({
          imageId: id('image'),
          shareUinInfo: list(structure({ uin: string(), shareTimeStamp: time({ form: 'china' }) })),
        }),
      ),
    }),
  }),
  handle: async (context, { imageIds }) => {
    const imageList = [];
    for (const image of new Set(imageIds)) {
      const shares = await imageShares(context, { image, region: context.region });
      const shareUinInfo = shares.map(({ account, createdAt }) => ({
        uin: account,
        shareTimeStamp: createdAt,
      }));
      imageList.push({ imageId: image, shareUinInfo });
    }
    const counts = { imageNum: imageList.length, maxImgShareNum: olderAccountsMax };
    return { data: { ...counts, imageList } };
  },
});
