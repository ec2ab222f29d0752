// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-addcommonbandwidthpackageips
import { action } from '#apis/context.ts';
import { addMembers } from '#resources/bandwidth-package/verbs/change-members.ts';
import { id, list } from '#wire/builders.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/add-common-bandwidth-package-ips.ts';
import { packageNamed } from './package-fields.ts';

/** Puts EIPs into a package, all of them or none. */
export const addCommonBandwidthPackageIps = action.write({
  model,
  input: {
    IpInstanceIds: list(id('elastic-address'), { required: true, min: 1, max: 10 }),
    // Of addresses there is one kind here.
    IpType: silent,
    ClientToken: clientToken,
  },
  handle: (context, { BandwidthPackageId: key, IpInstanceIds }) =>
    addMembers(context, { ...packageNamed(context, key), addresses: [...new Set(IpInstanceIds)] }),
});
