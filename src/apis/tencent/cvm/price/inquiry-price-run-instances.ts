// https://cloud.tencent.com/document/api/213/15726 (seed 004 L11966)
import { action } from '#apis/context.ts';
import { priceLaunch } from '#resources/instance/verbs/price-launch.ts';
import { launchRequestOf } from '../../structs/instance/launch-request.ts';
import { presetLaunch } from '../../structs/instance/preset-launch.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import * as model from '../models/inquiry-price-run-instances.ts';
import { inquiryInput } from './inquiry-input.ts';

/** What a launch would cost, of all its instances; refused as the launch itself would be. */
export const inquiryPriceRunInstances = action.read({
  model,
  input: inquiryInput,
  handle: async (context, input) => {
    const launch = await presetLaunch(context, input);
    const { instance, internet } = await priceLaunch(
      context,
      await launchRequestOf(context, launch),
    );
    return {
      Price: { InstancePrice: itemPriceOf(instance), BandwidthPrice: itemPriceOf(internet) },
    };
  },
});
