// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ReturnNormalAddresses.
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { returnOrdinaryAddresses } from '#resources/elastic-address/verbs/return-ordinary.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { action } from '../../../context.ts';
import * as model from '../models/return-normal-addresses.ts';

/** The pages name no bound: ours. */
const ADDRESSES_MAX = 100;

/** Takes ordinary addresses from their instances. */
export const returnNormalAddresses = action.write({
  model,
  input: {
    AddressIps: { min: 1, max: ADDRESSES_MAX, reasons: { count: listingFaults.tooManyIds } },
  },
  handle: async (context, { AddressIps: texts }) => {
    const addresses = texts.map((text) => {
      const address = parseAddress(text);
      if (address === undefined) throw elasticAddressFaults.addressMalformed();
      return address;
    });
    await returnOrdinaryAddresses(context, { region: context.region, addresses });
  },
});
