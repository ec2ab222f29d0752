// https://cloud.tencent.com/document/api/1596/77930 and models/region.json DescribeRegions.
import { action } from '#apis/context.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { productAsked, sceneAsked } from '../../structs/region/product.ts';
import { shownRegions } from '../../structs/region/shown-places.ts';
import * as model from '../models/describe-regions.ts';

/** What only the vendor's console reads: null in every answer of its samples. */
const ofConsole = ['RegionTypeMC', 'LocationMC', 'RegionNameMC', 'RegionIdMC'] as const;

/** The regions that a product is in, which is all of them. */
export const describeRegions = action.read({
  model,
  region: 'none',
  input: { Product: productAsked, Scene: sceneAsked },
  output: {
    RegionSet: {
      item: { fields: { ...each(ofConsole, { nullable: true }), Region: id('region') } },
    },
  },
  handle: async (context) => {
    const regions = shownRegions(context).map((region) => ({
      ...region,
      RegionTypeMC: null,
      LocationMC: null,
      RegionNameMC: null,
      RegionIdMC: null,
    }));
    return { TotalCount: regions.length, RegionSet: regions };
  },
});
