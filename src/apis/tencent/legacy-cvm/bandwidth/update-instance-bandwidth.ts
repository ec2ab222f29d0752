// https://cloud.tencent.com/doc/api/229/调整包年包月实例带宽 (seed 004 L55582)
import { action } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { buyBandwidth } from '#resources/instance/verbs/buy-bandwidth.ts';
import { id, list, structure } from '#wire/builders.ts';
import { daysOf, periodDay } from '../../structs/bandwidth/period-days.ts';
import { instanceOfPage, mbpsAsked } from './bandwidth-asked.ts';

const day = { ...periodDay, required: true } as const;

/**
 * Raises the bandwidth of an instance that is paid in advance: for some days where the bandwidth
 * is, too, which is an order; else at once and without one (L55652).
 */
export const updateInstanceBandwidth = action.write({
  name: 'UpdateInstanceBandwidth',
  input: structure({
    instanceId: id('instance', { required: true }),
    bandwidth: mbpsAsked,
    startTime: day,
    endTime: day,
  }),
  output: structure({ dealIds: list(id('deal', { asNumber: true }), { optional: true }) }),
  handle: async (context, { instanceId: key, bandwidth: mbps, startTime, endTime }) => {
    const { region } = context;
    const { internet } = await instanceOfPage(context, { key, mbps, paid: 'in advance' });
    if (mbps < internet.outMbps) throw bandwidthFaults.cannotShrink({ limit: internet.outMbps });
    const change = { keys: [key], region, outMbps: mbps };
    const isPrepaid = internet.chargeType === 'bandwidth-prepaid';
    const days = isPrepaid ? daysOf({ from: startTime, until: endTime }) : {};
    const { order } = await buyBandwidth(context, { ...change, ...days });
    return order === null ? {} : { dealIds: [order] };
  },
});
