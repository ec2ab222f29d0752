// https://cloud.tencent.com/document/api/213/15719 (seed 004 L25995)
import { action } from '#apis/context.ts';
import { limitOf } from '#resources/quota/quota.ts';
import * as model from '../models/describe-image-quota.ts';

/** How many images the account may have in the region. */
export const describeImageQuota = action.read({
  model,
  handle: async (context) => ({
    ImageNumQuota: await limitOf(context, 'imagesPerRegionMax', { place: context.region }),
  }),
});
