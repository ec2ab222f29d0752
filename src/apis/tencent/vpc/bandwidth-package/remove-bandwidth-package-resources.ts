// https://cloud.tencent.com/document/api/215/19207 and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { removeMembers } from '#resources/bandwidth-package/verbs/change-members.ts';
import { internetChargeTypes } from '../../structs/instance/words.ts';
import * as model from '../models/remove-bandwidth-package-resources.ts';
import { packageMeant } from './package-fields.ts';
import { addressKeys, resourceIds, resourceType } from './resource-fields.ts';

/** Takes elastic addresses out of a package: by traffic from then on, if nothing else is said. */
export const removeBandwidthPackageResources = action.write({
  model,
  input: {
    ResourceIds: resourceIds,
    BandwidthPackageId: packageMeant,
    ResourceType: resourceType,
    InternetMaxBandwidthOut: { min: 0, max: 65_535 },
    InternetChargeType: {
      default: 'TRAFFIC_POSTPAID_BY_HOUR',
      values: ['TRAFFIC_POSTPAID_BY_HOUR', 'BANDWIDTH_POSTPAID_BY_HOUR'],
    },
  },
  handle: (context, input) => {
    const { InternetMaxBandwidthOut: outMbps } = input;
    return removeMembers(context, {
      package: input.BandwidthPackageId,
      region: context.region,
      addresses: addressKeys(input.ResourceIds, input.ResourceType),
      internet: {
        chargeType: internetChargeTypes.neutral(input.InternetChargeType),
        ...(outMbps === undefined ? {} : { outMbps }),
      },
    });
  },
});
