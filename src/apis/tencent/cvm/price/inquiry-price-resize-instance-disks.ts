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
  output: model.response,
  handle: async (context, input) => {
    const { InstanceId: instance } = input;
    const { region } = context;
    const resized = await resizedDisk(context, input);
    const price = await priceResize(context, { instance, region, ...resized });
    // The way to the internet costs nothing more: its members are there and 0 (L18120).
    const BandwidthPrice = itemPriceOf({ by: 'nothing' });
    return { Price: { InstancePrice: itemPriceOf(price), BandwidthPrice } };
  },
});
