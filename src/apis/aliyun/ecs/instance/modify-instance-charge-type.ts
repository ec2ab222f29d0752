// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancechargetype
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeChargeType } from '#resources/instance/verbs/change-charge-type.ts';
import { mbpsMax } from '#resources/instance/verbs/change-network-spec.ts';
import { chargeRefunds } from '#resources/instance/verbs/price-refund.ts';
import { id, list } from '#wire/builders.ts';
import { orderId } from '../../order-id.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/modify-instance-charge-type.ts';
import { isPeriodSold } from './launch/contract.ts';
import { unexpiredInstance } from './named-instance.ts';

/** Has instances paid by subscription from now on, or by the hour; each has its data disks. */
export const modifyInstanceChargeType = action.write({
  model,
  input: {
    InstanceIds: list(id('instance'), { style: 'json', min: 1, max: 20, required: true }),
    InstanceChargeType: { values: ['PrePaid', 'PostPaid'], default: 'PrePaid' },
    Period: { reasons: { range: launchFaults.periodNotSold } },
    PeriodUnit: { values: ['Week', 'Month'], default: 'Month' },
    IncludeDataDisks: { default: false },
    IsDetailFee: { default: false },
    // Orders are paid as they are placed.
    AutoPay: silent,
    ClientToken: clientToken,
  },
  output: { OrderId: { optional: true } },
  handle: async (context, input) => {
    const { InstanceIds: keys, Period: period, PeriodUnit, IncludeDataDisks } = input;
    const { region } = context;
    const isAhead = input.InstanceChargeType === 'PrePaid';
    if (isAhead && (period === undefined || !isPeriodSold(period, PeriodUnit))) {
      throw launchFaults.periodNotSold();
    }
    for (const key of keys) await unexpiredInstance(context, key, region);
    const unit = PeriodUnit === 'Week' ? 'week' : 'month';
    const byItself = { renewal: 'manual', renewalPeriod: 1 } as const;
    const refunds = isAhead ? [] : await chargeRefunds(context, { keys, region });
    const { order } = await changeChargeType(context, {
      keys,
      region,
      prepaid: isAhead ? { period: period ?? 1, unit, ...byItself } : null,
      zones: 'any',
      mbpsMax: mbpsMax('by bandwidth', isAhead ? 'prepaid' : 'postpaid'),
      dataDisks: IncludeDataDisks ? 'with it' : 'by the hour',
    });
    const fees = input.IsDetailFee ? refunds : [];
    return {
      ...orderId(order),
      FeeOfInstances: fees.map(({ key, microYuan }) => ({
        InstanceId: key,
        Currency: 'CNY',
        Fee: String(microYuan / 1_000_000),
      })),
    };
  },
});
