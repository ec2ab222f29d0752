// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DescribeAddressBandwidthRange.
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { requireAddresses } from '#resources/elastic-address/require.ts';
import { action } from '../../../context.ts';
import { outMbpsMax } from '../../structs/elastic-address/words.ts';
import { vpcId, vpcIds } from '../listing.ts';
import * as model from '../models/describe-address-bandwidth-range.ts';

const IDS_MAX = 20;

/** How much bandwidth EIPs may have, as they are charged; what is paid in advance never less. */
export const describeAddressBandwidthRange = action.read({
  model,
  input: { AddressIds: { ...vpcIds('elastic-address'), max: IDS_MAX } },
  output: { BandwidthRangeSet: { item: { fields: { ResourceId: vpcId('elastic-address') } } } },
  handle: async (context, { AddressIds: keys = [] }) => {
    const addresses = await requireAddresses(context, keys, context.region);
    return {
      BandwidthRangeSet: addresses.map(({ key, internet, expiresAt }) => {
        if (internet === null) throw elasticAddressFaults.ordinary({ 'elastic-address': key });
        return {
          ResourceId: key,
          BandwidthLowerLimit: expiresAt === null ? 1 : internet.outMbps,
          BandwidthUpperLimit: outMbpsMax[internet.chargeType],
        };
      }),
    };
  },
});
