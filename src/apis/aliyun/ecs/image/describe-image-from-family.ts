// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimagefromfamily
import { action } from '#apis/context.ts';
import { newestOfFamily } from '#resources/image/family.ts';
import * as model from '../models/describe-image-from-family.ts';
import { imageFamily } from './image-fields.ts';
import { showImages } from './shown-images.ts';

/** The newest image of the account in a family; no Image where there is none. */
export const describeImageFromFamily = action.read({
  model,
  input: { ImageFamily: imageFamily },
  output: { Image: { optional: true } },
  handle: async (context, { ImageFamily: family }) => {
    const { region } = context;
    const image = await newestOfFamily(context, { family, region });
    // One that the account was given is none of these.
    if (image?.visibility !== 'private') return {};
    const [shown] = await showImages(context, [image]);
    return shown === undefined ? {} : { Image: shown };
  },
});
