// https://cloud.tencent.com/document/api/215/19211 and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { deletePackage } from '#resources/bandwidth-package/verbs/change-package.ts';
import * as model from '../models/delete-bandwidth-package.ts';
import { packageMeant } from './package-fields.ts';

/** Deletes a package that nothing is in. */
export const deleteBandwidthPackage = action.write({
  model,
  input: { BandwidthPackageId: packageMeant },
  handle: (context, { BandwidthPackageId }) =>
    deletePackage(context, { package: BandwidthPackageId, region: context.region }),
});
