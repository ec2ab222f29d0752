// https://cloud.tencent.com/document/api/213/17965 (seed 004 L13841)
import { action } from '#apis/context.ts';
import { priceChargeChange } from '#resources/instance/verbs/price-charge-change.ts';
import { overlay } from '#wire/overlay.ts';
import { chargeChangeInput, chargeChangeOf } from '../../structs/instance/charge-change.ts';
import { someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import * as model from '../models/inquiry-price-modify-instances-charge-type.ts';

/** What instances would cost that are paid in the other way, up to a hundred (L13880). */
export const inquiryPriceModifyInstancesChargeType = action.read({
  name: model.name,
  input: overlay(chargeChangeInput, { InstanceIds: { max: 100 } }),
  rules: [someInstanceIds],
  output: model.response,
  handle: async (context, input) => {
    const change = chargeChangeOf(input, context.region);
    const { instance, internet } = await priceChargeChange(context, change);
    return {
      Price: { InstancePrice: itemPriceOf(instance), BandwidthPrice: itemPriceOf(internet) },
    };
  },
});
