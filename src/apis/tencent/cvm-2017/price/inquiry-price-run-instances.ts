// https://cloud.tencent.com/document/api/213/15726 (as it was in 2017: seed 004 L43530)
import { action } from '#apis/context.ts';
import { priceLaunch } from '#resources/instance/verbs/price-launch.ts';
import { structure } from '#wire/builders.ts';
import { launchOf2017 } from '../instance/launch-of-2017.ts';
import { runInstancesInput } from '../instance/run-instances-input.ts';
import { itemPrice, itemPriceOf2017 } from './item-price-of-2017.ts';

/** What a launch would cost, of all its instances; refused as the launch itself would be. */
export const inquiryPriceRunInstances = action.read({
  name: 'InquiryPriceRunInstances',
  input: runInstancesInput,
  output: structure({
    Price: structure({ InstancePrice: itemPrice, BandwidthPrice: itemPrice }),
  }),
  handle: async (context, input) => {
    const { instance, internet } = await priceLaunch(context, await launchOf2017(context, input));
    const [InstancePrice, BandwidthPrice] = [instance, internet].map(itemPriceOf2017);
    return { Price: { InstancePrice, BandwidthPrice } };
  },
});
