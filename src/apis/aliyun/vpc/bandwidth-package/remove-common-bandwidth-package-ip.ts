// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-removecommonbandwidthpackageip
import { action } from '#apis/context.ts';
import { removeMembers } from '#resources/bandwidth-package/verbs/change-members.ts';
import { id } from '#wire/builders.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/remove-common-bandwidth-package-ip.ts';
import { packageNamed } from './package-fields.ts';

/** Takes an EIP out of a package. */
export const removeCommonBandwidthPackageIp = action.write({
  model,
  input: { IpInstanceId: id('elastic-address', { required: true }), ClientToken: clientToken },
  handle: (context, { BandwidthPackageId: key, IpInstanceId }) =>
    removeMembers(context, { ...packageNamed(context, key), addresses: [IpInstanceId] }),
});
