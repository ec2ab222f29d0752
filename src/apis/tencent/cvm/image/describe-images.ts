// https://cloud.tencent.com/document/api/213/15715 (seed 004 L24872)
import { listingFaults } from '#resources/listing/faults.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { action } from '#apis/context.ts';
import { namedFilters, pageFields } from '../../structs/listing.ts';
import { renderPublicImage } from '../../structs/image/public-image.ts';
import { imageQueryOf, publicImagesAsked } from '../../structs/image/image-query.ts';
import * as model from '../models/describe-images.ts';

const cacheStates = ['CACHED_ALL', 'CACHING', 'CACHED', 'CACHE_INVALID', 'CACHE_FAILED'] as const;
const imageTypes = ['PRIVATE_IMAGE', 'PUBLIC_IMAGE', 'SHARED_IMAGE'] as const;

/** Public images, the only ones there are so far; by id, by filters, or that fit a type. */
export const describeImages = action.read({
  model,
  region: 'required',
  input: {
    ImageIds: {
      max: 100,
      reasons: { count: listingFaults.tooManyIds },
      item: { reasons: { malformed: imageFaults.malformed } },
    },
    Filters: namedFilters(
      {
        'image-id': {},
        'image-type': { values: imageTypes },
        'image-name': {},
        platform: {},
        // Of today's SDK.
        'dedicated-cluster-id': {},
        'cdc-cache-status': { values: cacheStates },
      },
      { valuesMax: 5, withTags: true },
    ),
    ...pageFields,
    InstanceType: { empty: 'absent' },
  },
  rules: [
    {
      rule: 'exclusive',
      fields: ['ImageIds', 'Filters'],
      reason: listingFaults.idsConflict,
    },
  ],
  handle: async ({ cloud, language }, { ImageIds, Filters, InstanceType, Offset, Limit }) => {
    const query = imageQueryOf({ ids: ImageIds, filters: Filters, type: InstanceType });
    const images = publicImagesAsked(cloud.catalogue, query, language);
    const page = images.slice(Offset, Offset + Limit);
    return {
      TotalCount: images.length,
      ImageSet: page.map((image) => renderPublicImage(image, language)),
    };
  },
});
