// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-releaseeipaddress
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { requireAddress } from '#resources/elastic-address/require.ts';
import { releaseAddresses } from '#resources/elastic-address/verbs/release-addresses.ts';
import { action } from '../../../context.ts';
import * as model from '../models/release-eip-address.ts';
import { allocationId } from './address-inputs.ts';

/** Gives an address up; one that is paid in advance stays until its end. */
export const releaseEipAddress = action.write({
  model,
  region: 'optional',
  input: { AllocationId: allocationId },
  handle: async (context, { AllocationId: key }) => {
    const region = context.region === '' ? null : context.region;
    const { expiresAt } = await requireAddress(context, key, region);
    if (expiresAt !== null) throw elasticAddressFaults.paidInAdvance({ 'elastic-address': key });
    await releaseAddresses(context, { region, keys: [key] });
  },
});
