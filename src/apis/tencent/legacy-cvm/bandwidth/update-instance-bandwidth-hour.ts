// https://cloud.tencent.com/doc/api/229/调整按量计费实例带宽 (seed 004 L55435)
import { action } from '#apis/context.ts';
import { changeBandwidth } from '#resources/instance/verbs/change-bandwidth.ts';
import { id, structure } from '#wire/builders.ts';
import { instanceOfPage, mbpsAsked } from './bandwidth-asked.ts';

/** Changes the bandwidth of an instance that is paid by use: at once, up or down. */
export const updateInstanceBandwidthHour = action.write({
  name: 'UpdateInstanceBandwidthHour',
  input: structure({ instanceId: id('instance', { required: true }), bandwidth: mbpsAsked }),
  output: structure({}),
  handle: async (context, { instanceId: key, bandwidth: mbps }) => {
    await instanceOfPage(context, { key, mbps, paid: 'by use' });
    await changeBandwidth(context, { keys: [key], region: context.region, outMbps: mbps });
  },
});
