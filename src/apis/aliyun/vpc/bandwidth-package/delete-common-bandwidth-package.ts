// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletecommonbandwidthpackage
import { action } from '#apis/context.ts';
import { deletePackage } from '#resources/bandwidth-package/verbs/change-package.ts';
import * as model from '../models/delete-common-bandwidth-package.ts';
import { packageNamed } from './package-fields.ts';

/** Deletes a package; by force the EIPs in it are taken out first. */
export const deleteCommonBandwidthPackage = action.write({
  model,
  input: { Force: { default: 'false', values: ['true', 'false'] } },
  handle: (context, { BandwidthPackageId: key, Force }) =>
    deletePackage(context, { ...packageNamed(context, key), force: Force === 'true' }),
});
