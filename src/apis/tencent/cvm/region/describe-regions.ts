// https://cloud.tencent.com/document/api/213/15708 (seed 004 L7993)
import { action } from '#apis/context.ts';
import { id, structure } from '#wire/builders.ts';
import { regionsOfVendor, vendorRegionName } from '#catalogue/places.ts';
import { localName, regionWords } from '#catalogue/tencent/regions.ts';
import * as model from '../models/describe-regions.ts';

/** The regions of the catalogue; the page itself is frozen and points to the region product. */
export const describeRegions = action.read({
  model,
  region: 'none',
  input: structure({}),
  output: { RegionSet: { item: { fields: { Region: id('region') } } } },
  handle: async ({ language }) => {
    const regions = regionsOfVendor('tencent').map((region) => {
      const name = vendorRegionName('tencent', region) ?? '';
      const words = regionWords(name);
      return {
        Region: region,
        RegionName: words === undefined ? name : localName(words, language),
        RegionState: 'AVAILABLE',
      };
    });
    return { TotalCount: regions.length, RegionSet: regions };
  },
});
