// https://cloud.tencent.com/document/api/213/111405 (seed 004 L28055)
import { action } from '#apis/context.ts';
import { newestOfFamily } from '#resources/image/family.ts';
import { renderImages } from '../../structs/image/render-images.ts';
import * as model from '../models/describe-image-from-family.ts';

/** The newest image of a family that is not deprecated; null where there is none. */
export const describeImageFromFamily = action.read({
  model,
  handle: async (context, { ImageFamily: family = '' }) => {
    const { region } = context;
    const newest = await newestOfFamily(context, { family, region });
    const [Image = null] = newest === undefined ? [] : await renderImages(context, [newest]);
    return { Image };
  },
});
