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
  output: overlay(model.response, {
    Price: { fields: { BandwidthPrice: { optional: true } } },
  }),
  handle: async (context, input) => {
    const price = await priceReinstall(context, {
      instance: input.InstanceId,
      region: context.region,
      ...(await reinstalledDisk(context, input)),
    });
    return { Price: { InstancePrice: itemPriceOf(price) } };
  },
});
