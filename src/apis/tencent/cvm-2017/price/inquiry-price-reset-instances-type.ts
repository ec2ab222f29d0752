// https://cloud.tencent.com/document/api/213/9467 (seed 004 L45886)
import { action } from '#apis/context.ts';
import { priceTypeChange } from '#resources/instance/verbs/price-type-change.ts';
import { overlay } from '#wire/overlay.ts';
import { someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { typeAsked, typeChangeInput } from '../../structs/instance/type-change.ts';
import { itemPriceOf2017, pricedShape } from './item-price-of-2017.ts';

/** What an instance would cost as another type of its own family (L45900). */
export const inquiryPriceResetInstancesType = action.read({
  name: 'InquiryPriceResetInstancesType',
  // How it is stopped for it costs nothing.
  input: overlay(typeChangeInput, { ForceStop: { deprecated: true } }),
  rules: [someInstanceIds],
  output: pricedShape,
  handle: async (context, input) => {
    const { region } = context;
    const asked = { ...typeAsked(input), region, family: 'the same' } as const;
    const price = itemPriceOf2017(await priceTypeChange(context, asked));
    return { Price: { InstancePrice: price } };
  },
});
