// https://cloud.tencent.com/document/api/215/19210 and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { bandwidthPackageQuota } from '#resources/bandwidth-package/quota.ts';
import * as model from '../models/describe-bandwidth-package-quota.ts';

/** How many packages the account may have in the region, and has. */
export const describeBandwidthPackageQuota = action.read({
  model,
  handle: async (context) => {
    const { limit, used } = await bandwidthPackageQuota.state(context, context.region);
    const quota = { QuotaId: 'TOTAL_BANDWIDTHPKG_QUOTA', QuotaGroup: '' };
    return { QuotaSet: [{ ...quota, QuotaCurrent: used, QuotaLimit: limit }] };
  },
});
