// https://cloud.tencent.com/document/api/213/15708 (seed 004 L7993)
import { action } from '#apis/context.ts';
import { id, structure } from '#wire/builders.ts';
import { shownRegions } from '../../structs/region/shown-places.ts';
import * as model from '../models/describe-regions.ts';

/** The regions of the catalogue; the page itself is frozen and points to the region product. */
export const describeRegions = action.read({
  model,
  region: 'none',
  input: structure({}),
  output: { RegionSet: { item: { fields: { Region: id('region') } } } },
  handle: async (context) => {
    const regions = shownRegions(context);
    return { TotalCount: regions.length, RegionSet: regions };
  },
});
