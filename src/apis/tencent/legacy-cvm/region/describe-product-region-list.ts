// https://cloud.tencent.com/document/api/213/6976 has the common parameters; the page itself is in
// no overview (seed 004 L52067).
import { action } from '#apis/context.ts';
import { integer, record, string, structure } from '#wire/builders.ts';
import { citiesByCode } from '#catalogue/tencent/older-places.ts';

/** Of the three products of the page (L52097-52103) instances are the one there is. */
const INSTANCES = 1;

/** The short codes of the regions in which a product can be bought. */
export const describeProductRegionList = action.read({
  name: 'DescribeProductRegionList',
  input: structure({ instanceType: integer({ required: true, values: [INSTANCES, 2, 3] }) }),
  output: structure({ availableRegion: record(string(), string()) }),
  handle: async (_, { instanceType }) => ({
    availableRegion: instanceType === INSTANCES ? citiesByCode() : {},
  }),
});
