// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// InquiryPriceModifyAddressesBandwidth.
import { priceAddressBandwidth } from '#resources/elastic-address/verbs/price-addresses.ts';
import { action } from '../../../context.ts';
import { addressIdsMeant } from '../../structs/elastic-address/address-inputs.ts';
import { outMbpsMax } from '../../structs/elastic-address/words.ts';
import { internetPriceFields, internetPriceOf } from '../../structs/price/internet-price.ts';
import * as model from '../models/inquiry-price-modify-addresses-bandwidth.ts';

/** What other bandwidth of EIPs costs. */
export const inquiryPriceModifyAddressesBandwidth = action.read({
  model,
  input: { AddressIds: addressIdsMeant },
  output: { Price: { fields: internetPriceFields } },
  handle: async (context, { AddressIds: keys, InternetMaxBandwidthOut: outMbps }) => {
    const { region } = context;
    const price = await priceAddressBandwidth(context, { region, keys, outMbps, outMbpsMax });
    return { Price: internetPriceOf(price) };
  },
});
