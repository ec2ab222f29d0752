// https://cloud.tencent.com/doc/api/229/调整实例配置（包年包月） (seed 004 L54071)
import { action } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { buyBandwidth } from '#resources/instance/verbs/buy-bandwidth.ts';
import { id, integer, list, structure } from '#wire/builders.ts';
import { instanceOfPage } from '../../bandwidth/bandwidth-asked.ts';
import { daysOf, periodDay } from '../../../structs/bandwidth/period-days.ts';
import { instanceToResize, resizeFields, resizeInstance as resize } from './resize-asked.ts';

const DAY_MS = 86_400_000;

/** Three changes in one, each an order: the type, the data disk, and bandwidth for some days. */
export const resizeInstance = action.write({
  name: 'ResizeInstance',
  input: structure(
    {
      ...resizeFields,
      bandwidth: integer({ min: 0, reasons: { range: bandwidthFaults.outOfRange } }),
      bandwidthUpgradeStartTime: periodDay,
      bandwidthUpgradeEndTime: periodDay,
      // A disk keeps the type that it was bought with (L54151).
      storageType: integer({ values: [1, 2, 3, 4], deprecated: true }),
    },
    {
      rules: (['bandwidthUpgradeStartTime', 'bandwidthUpgradeEndTime'] as const).map((field) => ({
        rule: 'requires',
        field,
        when: { field: 'bandwidth', present: true },
        reason: bandwidthFaults.periodMissing,
      })),
    },
  ),
  output: structure({ dealIds: list(id('deal', { asNumber: true })) }),
  handle: async (context, input) => {
    const { instanceId: key, bandwidth: outMbps } = input;
    const { region } = context;
    await instanceToResize(context, key, 'in advance');
    const deals: string[] = [];
    if (outMbps !== undefined) {
      const { internet } = await instanceOfPage(context, {
        key,
        mbps: outMbps,
        paid: 'in advance',
      });
      if (outMbps < internet.outMbps) {
        throw bandwidthFaults.cannotShrink({ limit: internet.outMbps });
      }
      const { bandwidthUpgradeStartTime: from, bandwidthUpgradeEndTime: end } = input;
      // The bandwidth of before is back as the last day begins (L54123).
      const until = end === undefined ? undefined : end - DAY_MS;
      const during = internet.chargeType === 'bandwidth-prepaid' ? daysOf({ from, until }) : {};
      const { order } = await buyBandwidth(context, { keys: [key], region, outMbps, ...during });
      if (order !== null) deals.push(order);
    }
    const instance = await instanceToResize(context, key, 'in advance');
    return { dealIds: [...deals, ...(await resize(context, instance, input))] };
  },
});
