// https://cloud.tencent.com/document/api/1596/77931 and models/region.json DescribeProducts.
import { action } from '#apis/context.ts';
import { products } from '#catalogue/tencent/products.ts';
import { sliceOf } from '../../structs/listing.ts';
import * as model from '../models/describe-products.ts';

/** The products whose regions and zones can be asked for. */
export const describeProducts = action.read({
  model,
  region: 'none',
  input: { Offset: { default: 0, min: 0 }, Limit: { default: 20, min: 1, max: 100 } },
  handle: async (_context, asked) => ({
    Products: sliceOf(products, asked).map((Name) => ({ Name })),
    TotalCount: products.length,
  }),
});
