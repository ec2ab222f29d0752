// https://cloud.tencent.com/document/api/215/15824#BandwidthPackage and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { changePackage } from '#resources/bandwidth-package/verbs/change-package.ts';
import * as model from '../models/modify-bandwidth-package-bandwidth.ts';
import { packageMbps, packageMeant } from './package-fields.ts';
import { checkPackage } from './words.ts';

/** Changes how much bandwidth a package has. */
export const modifyBandwidthPackageBandwidth = action.write({
  model,
  input: {
    BandwidthPackageId: packageMeant,
    InternetMaxBandwidth: { ...packageMbps, required: true },
  },
  handle: (context, { BandwidthPackageId, InternetMaxBandwidth: mbps }) =>
    changePackage(context, {
      package: BandwidthPackageId,
      region: context.region,
      change: { mbps },
      check: checkPackage,
    }),
});
