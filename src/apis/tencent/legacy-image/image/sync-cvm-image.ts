// https://cloud.tencent.com/document/api/213/1276 (seed 004 L54620)
import { action } from '#apis/context.ts';
import { copyImage } from '#resources/image/verbs/copy-image.ts';
import { id, list, structure } from '#wire/builders.ts';

const IMAGES_MAX = 10;
const REGIONS_MAX = 100;

/** Copies images to other regions: all of them, or none. */
export const syncCvmImage = action.write({
  name: 'SyncCvmImage',
  input: structure({
    srcRegion: id('region', { required: true }),
    imgIdList: list(id('image'), { required: true, min: 1, max: IMAGES_MAX }),
    dstRegion: list(id('region'), { required: true, min: 1, max: REGIONS_MAX }),
  }),
  output: structure({}),
  handle: async (context, { srcRegion: region, imgIdList, dstRegion }) => {
    const destinations = [...new Set(dstRegion)];
    for (const image of new Set(imgIdList)) {
      await copyImage(context, { image, region, destinations, encrypted: false });
    }
    return {};
  },
});
