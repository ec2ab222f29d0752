// https://cloud.tencent.com/document/api/213/1378 (seed 004 L57656)
import { action } from '#apis/context.ts';
import { addressQuotas } from '#resources/elastic-address/quota.ts';
import { integer, structure } from '#wire/builders.ts';

/** How many addresses there may be and are, and of those of today. */
export const describeEipQuota = action.read({
  name: 'DescribeEipQuota',
  input: structure({}),
  output: structure({
    data: structure({
      eipNumQuota: integer(),
      currentEipNum: integer(),
      dailyApplyQuota: integer(),
      dailyApplyCount: integer(),
      dailyAllocWanIpQuota: integer(),
      dailyAllocWanIpCount: integer(),
    }),
  }),
  handle: async (context) => {
    const { held, applied, givenAnew } = await addressQuotas(context, context.region);
    return {
      data: {
        eipNumQuota: held.limit,
        currentEipNum: held.used,
        dailyApplyQuota: applied.limit,
        dailyApplyCount: applied.used,
        dailyAllocWanIpQuota: givenAnew.limit,
        dailyAllocWanIpCount: givenAnew.used,
      },
    };
  },
});
