// https://cloud.tencent.com/document/api/213/16476 (seed 004 L18922)
import { action } from '#apis/context.ts';
import { chargeRefunds } from '#resources/instance/verbs/price-refund.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/inquiry-price-terminate-instances.ts';
import { yuanOf } from '../../structs/price/item-price.ts';

/** What comes back of instances that are given back before their time is over. */
export const inquiryPriceTerminateInstances = action.read({
  model,
  input: { InstanceIds: instanceIdsMeant },
  rules: [someInstanceIds],
  handle: async (context, { InstanceIds: keys }) => {
    const asked = { keys, region: context.region, alike: true };
    const refunds = await chargeRefunds(context, asked);
    return {
      InstanceRefundsSet: refunds.map(({ key, microYuan }) => {
        const yuan = yuanOf(microYuan);
        // As the example has it (L19027): vouchers never come back.
        const PriceDetail = `退款：${yuan}元，现金券： 0元,代金券/折扣券不退`;
        return { InstanceId: key, Refunds: yuan, PriceDetail };
      }),
    };
  },
});
