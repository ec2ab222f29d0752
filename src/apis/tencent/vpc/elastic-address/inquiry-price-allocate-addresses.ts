// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// InquiryPriceAllocateAddresses.
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { requireBandwidth } from '#resources/elastic-address/verbs/change-bandwidth.ts';
import { priceNewAddress } from '#resources/elastic-address/verbs/price-addresses.ts';
import { action } from '../../../context.ts';
import { prepaidAsked } from '../../structs/elastic-address/address-inputs.ts';
import { addressChargeTypes, outMbpsMax } from '../../structs/elastic-address/words.ts';
import { internetPriceFields, internetPriceOf } from '../../structs/price/internet-price.ts';
import * as model from '../models/inquiry-price-allocate-addresses.ts';

/** What a new EIP costs. */
export const inquiryPriceAllocateAddresses = action.read({
  model,
  input: {
    InternetChargeType: {
      values: addressChargeTypes.names.filter((name) => name !== 'BANDWIDTH_PACKAGE'),
      default: 'TRAFFIC_POSTPAID_BY_HOUR',
      empty: 'absent',
      reasons: { value: elasticAddressFaults.kindNotSold },
    },
    InternetMaxBandwidthOut: { default: 1 },
    AddressChargePrepaid: prepaidAsked,
    AddressType: {
      values: ['EIP'],
      default: 'EIP',
      empty: 'absent',
      reasons: { value: elasticAddressFaults.kindNotSold },
    },
    IPChargeType: { empty: 'absent' },
  },
  output: { Price: { fields: internetPriceFields } },
  handle: async (context, input) => {
    const { region } = context;
    const { AddressChargePrepaid: prepaid, InternetChargeType: name } = input;
    if (input.IPChargeType !== undefined) throw elasticAddressFaults.kindNotSold();
    const internet = {
      chargeType: addressChargeTypes.neutral(name),
      outMbps: input.InternetMaxBandwidthOut,
    };
    requireBandwidth(internet, outMbpsMax);
    if ((name === 'BANDWIDTH_PREPAID_BY_MONTH') !== (prepaid !== undefined)) {
      throw elasticAddressFaults.periodMissing();
    }
    const price = await priceNewAddress(context, { region, internet, months: prepaid?.Period });
    return { Price: internetPriceOf(price) };
  },
});
