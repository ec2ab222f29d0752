// https://cloud.tencent.com/document/api/213/9418 (seed 004 L46944)
import { action } from '#apis/context.ts';
import { id, integer, list, structure } from '#wire/builders.ts';
import { WireFault } from '#wire/wire-fault.ts';
import { publicImagesAsked } from '../../cvm/image/image-query.ts';
import { pageFields } from '../../cvm/listing.ts';
import { parseTencentId } from '../../ids.ts';
import { filters2017 } from '../filters.ts';
import { olderRatePerSecond } from '../../older-rate.ts';
import { imageShape } from './image-shape.ts';
import { renderImage } from './render-image.ts';

const NOT_VALID = 'InvalidParameterValue.InvalidParameterValueLimit';
const IDS_MAX = 100;

const ofPages = filters2017({ 'image-id': {}, 'image-type': {}, 'image-name': {} }, 5);
/** The page has no code of its own for too many of them, nor for a text that cannot be one. */
const filtersAsked = {
  ...ofPages,
  codes: { ...ofPages.codes, count: NOT_VALID, pattern: NOT_VALID },
} as const;

/** Public images, the only ones there are so far; by id or by filters. */
export const describeImages = action.read({
  name: 'DescribeImages',
  region: 'required',
  ratePerSecond: olderRatePerSecond,
  input: structure(
    {
      ImageIds: list(id('image', { codes: { malformed: NOT_VALID } }), {
        max: IDS_MAX,
        codes: { count: NOT_VALID },
      }),
      Filters: filtersAsked,
      ...pageFields(NOT_VALID),
    },
    {
      rules: [
        {
          rule: 'exclusive',
          fields: ['ImageIds', 'Filters'],
          code: 'InvalidParameter.InvalidParameterCoexistImageIdsFilters',
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
      tagged: false,
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
  throw new WireFault(NOT_VALID, `\`${text.slice(0, 64)}\` is no image id.`);
}
