// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifycommonbandwidthpackagespec
import { action } from '#apis/context.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { changePackage } from '#resources/bandwidth-package/verbs/change-package.ts';
import * as model from '../models/modify-common-bandwidth-package-spec.ts';
import { mbpsOf, packageNamed } from './package-fields.ts';

/** Changes how much bandwidth a package has, unless it was paid for in advance. */
export const modifyCommonBandwidthPackageSpec = action.write({
  model,
  handle: (context, { BandwidthPackageId: key, Bandwidth }) =>
    changePackage(context, {
      ...packageNamed(context, key),
      change: { mbps: mbpsOf(Bandwidth) },
      check: ({ charge }) => {
        if (charge !== 'prepaid') return;
        throw bandwidthPackageFaults.chargeFixed({ 'bandwidth-package': key });
      },
    }),
});
