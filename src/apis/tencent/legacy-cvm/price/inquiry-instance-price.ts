// https://cloud.tencent.com/doc/api/229/查询实例价格（包年包月） (seed 004 L53685)
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { priceLaunch } from '#resources/instance/verbs/price-launch.ts';
import { priceRenewal } from '#resources/instance/verbs/price-renewal.ts';
import { priceFaults } from '#resources/price/faults.ts';
import { addedSums, type Price } from '#resources/price/price.ts';
import { id, integer, string, structure } from '#wire/builders.ts';
import type { Rule } from '#wire/shape.ts';
import { withDefaults } from '#wire/with-defaults.ts';
import { launchFields } from '../instance/launch/launch-fields.ts';
import { launchRequestOf } from '../instance/launch/launch-request.ts';
import { periodDay } from '../../structs/bandwidth/period-days.ts';
import { monthsAsked } from '../instance/months.ts';
import { priceOfChange } from './price-of-change.ts';

const { imageType, bandwidth, goodsNum, rootSize, instanceType: instanceModel } = launchFields;
const launchInput = structure(launchFields);

/** A purchase names all of it (L53737-53792); a renewal names the instance (L53719). */
const purchased = ['cpu', 'mem', 'storageSize', 'imageId'].map((field): Rule => {
  return { rule: 'requires', field, when: { field: 'instanceId', present: false } };
});

/** A change names the instance, though the page leaves it out of its list (L53800-53825). */
const changed: Rule = {
  rule: 'requires',
  field: 'instanceId',
  when: { field: 'instanceType', is: [4, 5] },
};

/** What instances that are paid in advance cost, more months of one, or a change of it; in fen. */
export const inquiryInstancePrice = action.read({
  name: 'InquiryInstancePrice',
  input: structure(
    {
      // A purchase or more time; another size; more bandwidth for some days.
      instanceType: integer({ required: true, values: [1, 4, 5] }),
      instanceId: id('instance'),
      instanceModel,
      cpu: integer({ min: 1 }),
      mem: integer({ min: 1 }),
      period: { ...monthsAsked, required: false },
      storageType: integer({ default: 1, values: [1, 2, 3, 4] }),
      storageSize: integer({ min: 0 }),
      bandwidthUpgradeStartTime: periodDay,
      bandwidthUpgradeEndTime: periodDay,
      startTime: periodDay,
      endTime: periodDay,
      goodsNum,
      bandwidth: { ...bandwidth, reasons: { range: priceFaults.bandwidthOutOfRange } },
      bandwidthType: string({
        default: 'PayByBandwidth',
        values: ['PayByTraffic', 'PayByBandwidth'],
      }),
      rootSize,
      imageType,
      imageId: id('image'),
    },
    {
      rules: [
        {
          rule: 'requires',
          field: 'imageId',
          when: { field: 'rootSize', present: true },
          reason: imageFaults.missing,
        },
        ...purchased,
        { rule: 'requires', field: 'period', when: { field: 'instanceType', is: [1] } },
        changed,
      ],
    },
  ),
  output: structure({ price: integer(), originalPrice: integer() }),
  handle: async (context, { instanceId, period = 1, imageId, ...asked }) => {
    const { region } = context;
    if (asked.instanceType !== 1) {
      return fenOf(await priceOfChange(context, instanceId ?? '', asked));
    }
    if (instanceId !== undefined || imageId === undefined) {
      return fenOf(
        await priceRenewal(context, { keys: [instanceId ?? ''], region, period, unit: 'month' }),
      );
    }
    const { bandwidthType, instanceModel: instanceType, cpu = 0, mem = 0, ...rest } = asked;
    const internet =
      bandwidthType === 'PayByTraffic' ? 'TRAFFIC_POSTPAID_BY_HOUR' : 'BANDWIDTH_PREPAID';
    const launch = withDefaults(launchInput, { ...rest, instanceType, cpu, mem, imageId });
    const request = {
      asked: launch,
      zone: undefined,
      internet,
      months: period,
      rootStepGiB: 1,
    } as const;
    return fenOf(await priceLaunch(context, await launchRequestOf(context, request)));
  },
});

/** The sum of what is paid in advance; traffic is not. */
function fenOf({ instance, internet }: { readonly instance: Price; readonly internet: Price }) {
  const { paid, listed } = addedSums([instance, internet]);
  const fen = (micros: number) => Math.round(micros / 10_000);
  return { price: fen(paid), originalPrice: fen(listed) };
}
