// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// InquiryPriceRenewAddresses.
import { priceAddressRenewal } from '#resources/elastic-address/verbs/price-addresses.ts';
import { action } from '../../../context.ts';
import { addressIdsMeant, prepaidAsked } from '../../structs/elastic-address/address-inputs.ts';
import { internetPriceFields, internetPriceOf } from '../../structs/price/internet-price.ts';
import * as model from '../models/inquiry-price-renew-addresses.ts';

/** What more months of EIPs cost that are paid in advance. */
export const inquiryPriceRenewAddresses = action.read({
  model,
  input: { AddressIds: addressIdsMeant, AddressChargePrepaid: { ...prepaidAsked, required: true } },
  output: { Price: { fields: internetPriceFields } },
  handle: async (context, { AddressIds: keys, AddressChargePrepaid: { Period: months } }) => {
    const { region } = context;
    const price = await priceAddressRenewal(context, { region, keys, months });
    return { Price: internetPriceOf(price) };
  },
});
