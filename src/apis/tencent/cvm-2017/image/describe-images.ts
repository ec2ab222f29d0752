// https://cloud.tencent.com/document/api/213/9418 (seed 004 L46944)
import { listingFaults } from '#resources/listing/faults.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { action } from '#apis/context.ts';
import { id, integer, list, structure } from '#wire/builders.ts';
import { publicImagesAsked } from '../../structs/image/image-query.ts';
import { pageFields } from '../../structs/listing.ts';
import { parseTencentId } from '../../ids.ts';
import { filters2017 } from '../filters.ts';
import { imageShape } from './image-shape.ts';
import { renderImage } from './render-image.ts';

const IDS_MAX = 100;

const filtersAsked = filters2017({ 'image-id': {}, 'image-type': {}, 'image-name': {} }, 5);

/** Public images, the only ones there are so far; by id or by filters. */
export const describeImages = action.read({
  name: 'DescribeImages',
  region: 'required',
  input: structure(
    {
      ImageIds: list(id('image', { reasons: { malformed: imageFaults.malformed } }), {
        max: IDS_MAX,
        reasons: { count: listingFaults.tooManyIds },
      }),
      Filters: filtersAsked,
      ...pageFields,
    },
    {
      rules: [
        {
          rule: 'exclusive',
          fields: ['ImageIds', 'Filters'],
          reason: listingFaults.idsConflict,
        },
      ],
    },
  ),
  output: structure({ TotalCount: integer(), ImageSet: list(imageShape) }),
  handle: async ({ cloud, language }, { ImageIds, Filters, Offset, Limit }) => {
    const ids = Filters?.get('image-id')?.map(keyOf) ?? ImageIds;
    const query = {
      keys: ids?.length === 0 ? undefined : ids,
      imageTypes: Filters?.get('image-type'),
      names: Filters?.get('image-name')?.map((text) => text.toLowerCase()),
      platforms: undefined,
      type: undefined,
      nothing: false,
    };
    const images = publicImagesAsked(cloud.catalogue, query, language);
    const page = images.slice(Offset, Offset + Limit);
    return {
      TotalCount: images.length,
      ImageSet: page.map((image) => renderImage(image, language)),
    };
  },
});

function keyOf(text: string): string {
  const parsed = parseTencentId('image', text);
  if (parsed !== 'malformed') return parsed.key;
  throw imageFaults.malformed({ message: `\`${text.slice(0, 64)}\` is no image id.` });
}
