// https://cloud.tencent.com/document/api/213/15715 (seed 004 L24872)
import { listingFaults } from '#resources/listing/faults.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { action } from '#apis/context.ts';
import { imageFilters, imagesAsked } from '../../structs/image/image-query.ts';
import { renderImages } from '../../structs/image/render-images.ts';
import { idsOrFilters, keysNamed, pageFields, sliceOf } from '../../structs/listing.ts';
import * as model from '../models/describe-images.ts';

/** Own, given and public images; by id, by filters, or that fit a type. */
export const describeImages = action.read({
  model,
  input: {
    ImageIds: {
      max: 100,
      reasons: { count: listingFaults.tooManyIds },
      item: { reasons: { malformed: imageFaults.malformed } },
    },
    Filters: imageFilters.shape,
    ...pageFields,
    InstanceType: { empty: 'absent' },
  },
  rules: [idsOrFilters('ImageIds')],
  handle: async (context, input) => {
    const query = imageFilters.read(input.Filters, context.region);
    const keys = query.keys ?? keysNamed(input.ImageIds);
    const images = await imagesAsked(context, { ...query, keys, type: input.InstanceType });
    const shown = await renderImages(context, sliceOf(images, input));
    return { TotalCount: images.length, ImageSet: shown };
  },
});
