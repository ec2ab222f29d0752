// https://cloud.tencent.com/document/api/215/19213 and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { bandwidthPackageFaults } from '#resources/bandwidth-package/faults.ts';
import { addMembers } from '#resources/bandwidth-package/verbs/change-members.ts';
import * as model from '../models/add-bandwidth-package-resources.ts';
import { packageMeant } from './package-fields.ts';
import { addressKeys, resourceIds, resourceType } from './resource-fields.ts';
import { networkTypes } from './words.ts';

/** Puts elastic addresses into a package, which pays for them from then on. */
export const addBandwidthPackageResources = action.write({
  model,
  input: {
    ResourceIds: resourceIds,
    BandwidthPackageId: packageMeant,
    NetworkType: { values: networkTypes.names },
    ResourceType: resourceType,
    Protocol: { values: ['ipv4', 'ipv6'] },
    InternetMaxBandwidthOut: { min: 0, max: 65_535 },
  },
  handle: (context, input) => {
    const { NetworkType: network, InternetMaxBandwidthOut: outMbps } = input;
    if (input.Protocol === 'ipv6') throw bandwidthPackageFaults.protocolApart();
    return addMembers(context, {
      package: input.BandwidthPackageId,
      region: context.region,
      addresses: addressKeys(input.ResourceIds, input.ResourceType),
      internet: {
        chargeType: 'bandwidth-package',
        ...(outMbps === undefined ? {} : { outMbps }),
      },
      check: ({ line }) => {
        if (network === undefined || networkTypes.neutral(network) === line) return;
        throw bandwidthPackageFaults.lineNotHere({
          message: 'The NetworkType of the bandwidth package is another one.',
        });
      },
    });
  },
});
