// https://cloud.tencent.com/document/api/213/15720 (seed 004 L30821)
import { action } from '#apis/context.ts';
import { priceBandwidth } from '#resources/instance/verbs/price-bandwidth.ts';
import {
  bandwidthChangeInput,
  bandwidthChangeOf,
} from '../../structs/bandwidth/bandwidth-change.ts';
import { someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import * as model from '../models/inquiry-price-reset-instances-internet-max-bandwidth.ts';

/** What bandwidth would cost that instances are to have; see `priceBandwidth`. */
export const inquiryPriceResetInstancesInternetMaxBandwidth = action.read({
  name: model.name,
  input: bandwidthChangeInput,
  rules: [someInstanceIds],
  output: model.response,
  handle: async (context, input) => {
    const price = await priceBandwidth(context, bandwidthChangeOf(input, context.region));
    // The instance itself costs nothing more: its members are there and 0 (L18120).
    const InstancePrice = itemPriceOf({ by: 'nothing' });
    return { Price: { InstancePrice, BandwidthPrice: itemPriceOf(price) } };
  },
});
