// https://cloud.tencent.com/document/api/213/15741 (seed 004 L13536)
import { action } from '#apis/context.ts';
import { priceTypeChange } from '#resources/instance/verbs/price-type-change.ts';
import { only } from '#wire/overlay.ts';
import { someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { typeAsked, typeChangeInput } from '../../structs/instance/type-change.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import * as model from '../models/inquiry-price-reset-instances-type.ts';

/** What an instance would cost that becomes one of another type; see `priceTypeChange`. */
export const inquiryPriceResetInstancesType = action.read({
  name: model.name,
  input: only(typeChangeInput, 'InstanceIds', 'InstanceType'),
  rules: [someInstanceIds],
  output: model.response,
  handle: async (context, input) => {
    const { region } = context;
    const asked = { ...typeAsked(input), region, family: 'any' } as const;
    const price = await priceTypeChange(context, asked);
    // The way to the internet costs nothing more: its members are there and 0 (L18120).
    const BandwidthPrice = itemPriceOf({ by: 'nothing' });
    return { Price: { InstancePrice: itemPriceOf(price), BandwidthPrice } };
  },
});
