// https://cloud.tencent.com/document/api/215/15824#BandwidthRange and models/tencent/vpc.json.
import { action } from '#apis/context.ts';
import { requirePackage } from '#resources/bandwidth-package/verbs/list-packages.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/describe-bandwidth-package-bandwidth-range.ts';
import { mbpsRanges } from './words.ts';

const IDS_MAX = 20;

/** How much bandwidth packages may have, as they are charged. */
export const describeBandwidthPackageBandwidthRange = action.read({
  model,
  input: {
    BandwidthPackageIds: {
      required: true,
      max: IDS_MAX,
      reasons: { count: listingFaults.tooManyIds },
      item: vpcId('bandwidth-package'),
    },
  },
  output: { BandwidthRangeSet: { item: { fields: { ResourceId: vpcId('bandwidth-package') } } } },
  handle: async (context, { BandwidthPackageIds: keys }) => {
    const { region } = context;
    const BandwidthRangeSet = [];
    for (const key of new Set(keys)) {
      const { charge } = await requirePackage(context, { package: key, region });
      const [BandwidthLowerLimit, BandwidthUpperLimit] = mbpsRanges[charge];
      BandwidthRangeSet.push({ ResourceId: key, BandwidthLowerLimit, BandwidthUpperLimit });
    }
    return { BandwidthRangeSet };
  },
});
