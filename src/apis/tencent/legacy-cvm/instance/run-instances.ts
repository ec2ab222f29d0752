// https://cloud.tencent.com/doc/api/229/创建实例（包年包月） (seed 004 L52625)
import { zoneFaults } from '#resources/zone/faults.ts';
import { action } from '#apis/context.ts';
import { buyLaunch } from '#resources/instance/verbs/launch.ts';
import { id, list, record, string, structure } from '#wire/builders.ts';
import { launchFields } from './launch/launch-fields.ts';
import { launchRequestOf } from './launch/launch-request.ts';
import { monthsAsked } from './months.ts';

/** Launches instances that are paid in advance; answers their order, and their ids by order. */
export const runInstances = action.write({
  name: 'RunInstances',
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
    const { zoneId: zone, period: months, bandwidthType } = asked;
    const internet =
      bandwidthType === 'PayByTraffic' ? 'TRAFFIC_POSTPAID_BY_HOUR' : 'BANDWIDTH_PREPAID';
    const launch = { asked, zone, internet, months } as const;
    const request = await launchRequestOf(context, launch);
    const { keys, order } = await buyLaunch(context, request);
    const deal = order?.key ?? '';
    return { dealIds: [deal], unInstanceIds: { [deal]: keys } };
  },
});
