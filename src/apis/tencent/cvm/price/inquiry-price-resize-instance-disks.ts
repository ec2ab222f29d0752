// https://cloud.tencent.com/document/api/213/15725 (seed 004 L17950)
import { action } from '#apis/context.ts';
import { priceResize } from '#resources/instance/verbs/price-growth.ts';
import { each, overlay } from '#wire/overlay.ts';
import { resizedDisk, resizeInput } from '../../structs/instance/resized-disk.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import * as model from '../models/inquiry-price-resize-instance-disks.ts';

/** What a disk would cost that is made larger. How the instance is stopped for it costs nothing. */
export const inquiryPriceResizeInstanceDisks = action.read({
  name: model.name,
  input: overlay(resizeInput, each(['ForceStop', 'ResizeOnline'], { deprecated: true })),
  output: overlay(model.response, {
    Price: { fields: { BandwidthPrice: { optional: true } } },
  }),
  handle: async (context, input) => {
    const { InstanceId: instance } = input;
    const { region } = context;
    const resized = await resizedDisk(context, input);
    const price = await priceResize(context, { instance, region, ...resized });
    return { Price: { InstancePrice: itemPriceOf(price) } };
  },
});
