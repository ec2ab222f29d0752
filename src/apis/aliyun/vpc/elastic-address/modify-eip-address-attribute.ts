// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyeipaddressattribute
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { requireAddress } from '#resources/elastic-address/require.ts';
import { changeAttributes } from '#resources/elastic-address/verbs/change-attributes.ts';
import { changeAddressesBandwidth } from '#resources/elastic-address/verbs/change-bandwidth.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-eip-address-attribute.ts';
import { addressDescription, addressName, allocationId, bandwidth } from './address-inputs.ts';
import { outMbpsMax } from './words.ts';

/** Another name, description or bandwidth; what is paid in advance keeps its bandwidth. */
export const modifyEipAddressAttribute = action.write({
  model,
  region: 'optional',
  input: {
    AllocationId: allocationId,
    Bandwidth: { ...bandwidth, empty: 'absent' },
    Name: addressName,
    Description: addressDescription,
  },
  handle: async (context, { AllocationId: key, Bandwidth, Name, Description }) => {
    const region = context.region === '' ? null : context.region;
    if (Bandwidth !== undefined) {
      const outMbps = Number(Bandwidth);
      const { expiresAt, internet } = await requireAddress(context, key, region);
      const isSame = internet?.outMbps === outMbps;
      if (expiresAt !== null && !isSame) {
        throw elasticAddressFaults.paidInAdvance({ 'elastic-address': key });
      }
      await changeAddressesBandwidth(context, { region, keys: [key], outMbps, outMbpsMax });
    }
    await changeAttributes(context, {
      region,
      keys: [key],
      change: {
        ...(Name !== undefined && { name: Name }),
        ...(Description !== undefined && { description: Description }),
      },
    });
  },
});
