// https://cloud.tencent.com/document/api/213/15729 (seed 004 L13272)
import { action } from '#apis/context.ts';
import { priceReinstall } from '#resources/instance/verbs/price-growth.ts';
import { each, only, overlay } from '#wire/overlay.ts';
import { reinstalledDisk, reinstallInput } from '../../structs/instance/reinstall.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import * as model from '../models/inquiry-price-reset-instance.ts';

/** What an instance would cost with the system disk that a reinstallation gives it. */
export const inquiryPriceResetInstance = action.read({
  name: model.name,
  // How one logs in, and what runs at the first boot, costs nothing.
  input: overlay(
    only(
      reinstallInput,
      'InstanceId',
      'ImageId',
      'SystemDisk',
      'LoginSettings',
      'EnhancedService',
      'UserData',
    ),
    each(['LoginSettings', 'UserData'], { deprecated: true }),
  ),
  output: model.response,
  handle: async (context, input) => {
    const price = await priceReinstall(context, {
      instance: input.InstanceId,
      region: context.region,
      ...(await reinstalledDisk(context, input)),
    });
    // The way to the internet costs nothing more: its members are there and 0 (L18120).
    const BandwidthPrice = itemPriceOf({ by: 'nothing' });
    return { Price: { InstancePrice: itemPriceOf(price), BandwidthPrice } };
  },
});
