// https://cloud.tencent.com/doc/api/229/查询实例价格（按量计费） (seed 004 L53915)
import { action } from '#apis/context.ts';
import { priceLaunch } from '#resources/instance/verbs/price-launch.ts';
import { integer, string, structure } from '#wire/builders.ts';
import { withDefaults } from '#wire/with-defaults.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import { yuanText } from '../../structs/price/yuan-text.ts';
import { launchFields } from '../instance/launch/launch-fields.ts';
import { launchRequestOf } from '../instance/launch/launch-request.ts';

const { cpu, mem, imageId, imageType, bandwidth, storageSize, goodsNum } = launchFields;
const launchInput = structure(launchFields);

/** A price in yuan as text, and its unit (L54024-54034). */
const item = structure({ price: string(), price_unit: string() }, { optional: true });

/** What a launch would cost by the hour, of all its instances; and its way to the internet. */
export const inquiryInstancePriceHour = action.read({
  name: 'InquiryInstancePriceHour',
  input: structure({
    cpu,
    mem,
    imageId,
    imageType,
    bandwidth,
    storageSize,
    storageType: integer({ default: 1, values: [1, 2] }),
    bandwidthType: string({ default: 'PayByHour', values: ['PayByHour', 'PayByTraffic'] }),
    goodsNum,
  }),
  output: structure({ data: structure({ cvm: item, bandwidth: item }) }),
  handle: async (context, { bandwidthType, ...given }) => {
    const internet =
      bandwidthType === 'PayByTraffic' ? 'TRAFFIC_POSTPAID_BY_HOUR' : 'BANDWIDTH_POSTPAID_BY_HOUR';
    const asked = withDefaults(launchInput, given);
    const launch = { asked, zone: undefined, internet, months: undefined } as const;
    const price = await priceLaunch(context, await launchRequestOf(context, launch));
    const cvm = itemPriceOf(price.instance);
    const net = itemPriceOf(price.internet);
    return {
      data: {
        cvm: { price: yuanText(cvm.UnitPriceDiscount), price_unit: cvm.ChargeUnit },
        ...(price.internet.by !== 'nothing' && {
          bandwidth: { price: yuanText(net.UnitPriceDiscount), price_unit: net.ChargeUnit },
        }),
      },
    };
  },
});
