// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-addcommonbandwidthpackageip
import { action } from '#apis/context.ts';
import { addMembers } from '#resources/bandwidth-package/verbs/change-members.ts';
import { id } from '#wire/builders.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/add-common-bandwidth-package-ip.ts';
import { packageNamed } from './package-fields.ts';

/** Puts an EIP into a package; it is charged as before where it leaves it. */
export const addCommonBandwidthPackageIp = action.write({
  model,
  input: {
    IpInstanceId: id('elastic-address', { required: true }),
    // Of addresses there is one kind here.
    IpType: silent,
    ClientToken: clientToken,
  },
  handle: (context, { BandwidthPackageId: key, IpInstanceId }) =>
    addMembers(context, { ...packageNamed(context, key), addresses: [IpInstanceId] }),
});
