// https://cloud.tencent.com/doc/api/229/创建实例（按量计费） (seed 004 L52921)
import { zoneFaults } from '#resources/zone/faults.ts';
import { action } from '#apis/context.ts';
import { launchInstances } from '#resources/instance/verbs/launch.ts';
import { id, list, string, structure } from '#wire/builders.ts';
import { launchFields } from './launch/launch-fields.ts';
import { launchRequestOf } from './launch/launch-request.ts';

/** Launches instances that are paid by use; answers their ids. */
export const runInstancesHour = action.write({
  name: 'RunInstancesHour',
  input: structure({
    ...launchFields,
    zoneId: id('zone', {
      required: true,
      reasons: { malformed: zoneFaults.notInRegion },
    }),
    bandwidthType: string({ default: 'PayByHour', values: ['PayByTraffic', 'PayByHour'] }),
  }),
  output: structure({ unInstanceIds: list(id('instance')) }),
  token: 'clientToken',
  handle: async (context, asked) => {
    const { zoneId: zone, bandwidthType } = asked;
    const internet =
      bandwidthType === 'PayByTraffic' ? 'TRAFFIC_POSTPAID_BY_HOUR' : 'BANDWIDTH_POSTPAID_BY_HOUR';
    const launch = { asked, zone, internet, months: undefined } as const;
    const keys = await launchInstances(context, await launchRequestOf(context, launch));
    return { unInstanceIds: keys };
  },
});
