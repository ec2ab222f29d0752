// https://cloud.tencent.com/document/api/213/15708 (seed 004 L7993)
import { action } from '#apis/context.ts';
import { integer, id, list, string, structure } from '#wire/builders.ts';
import { regionsOfVendor, vendorRegionName } from '../../../places.ts';
import { localName, regionWords } from './words.ts';

/** The regions of the catalogue; the page itself is frozen and points to the region product. */
export const describeRegions = action.read({
  name: 'DescribeRegions',
  region: 'none',
  ratePerSecond: 20,
  input: structure({}),
  output: structure({
    TotalCount: integer(),
    RegionSet: list(
      structure({ Region: id('region'), RegionName: string(), RegionState: string() }),
    ),
  }),
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
