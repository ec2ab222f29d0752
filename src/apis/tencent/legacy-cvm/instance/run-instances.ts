// https://cloud.tencent.com/doc/api/229/创建实例（包年包月） (seed 004 L52625)
import { zoneFaults } from '#resources/zone/faults.ts';
import { action } from '#apis/context.ts';
import { launchInstances } from '#resources/instance/verbs/launch.ts';
import { placeOrder } from '#resources/order/verbs/place-order.ts';
import { id, list, record, string, structure } from '#wire/builders.ts';
import { launchFields } from './launch/launch-fields.ts';
import { launchRequestOf } from './launch/launch-request.ts';
import { monthsAsked } from './months.ts';

/** Launches instances that are paid in advance; answers their order, and their ids by order. */
export const runInstances = action.write({
  name: 'RunInstances',
  region: 'required',
  input: structure({
    ...launchFields,
    zoneId: id('zone', { reasons: { malformed: zoneFaults.notInRegion } }),
    period: monthsAsked,
    bandwidthType: string({
      default: 'PayByBandwidth',
      values: ['PayByTraffic', 'PayByBandwidth'],
    }),
  }),
  output: structure({
    dealIds: list(id('deal', { asNumber: true })),
    unInstanceIds: record(id('deal'), list(id('instance'))),
  }),
  token: 'clientToken',
  handle: async (context, asked) => {
    const internet = asked.bandwidthType === 'PayByTraffic' ? 'traffic' : 'bandwidth-prepaid';
    // The page has no word for renewing by itself.
    const manual = { renewal: 'manual', renewalPeriod: 1 } as const;
    const prepaid = { period: asked.period, unit: 'month', ...manual } as const;
    const launch = { asked, zone: asked.zoneId, internet, prepaid } as const;
    const keys = await launchInstances(context, launchRequestOf(context, launch));
    const { key: deal } = await placeOrder(context, { kind: 'launch', instances: keys });
    return { dealIds: [deal], unInstanceIds: { [deal]: keys } };
  },
});
