// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydedicatedhostschargetype
import { action } from '#apis/context.ts';
import { dedicatedHostFaults as faults } from '#resources/dedicated-host/faults.ts';
import { changeHostChargeType } from '#resources/dedicated-host/verbs/change-charge-type.ts';
import { id } from '#wire/builders.ts';
import { orderId } from '../../order-id.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/modify-dedicated-hosts-charge-type.ts';
import { hostIds, soldPeriod } from './host-fields.ts';

/** Has hosts paid by subscription from now on, or by the hour. */
export const modifyDedicatedHostsChargeType = action.write({
  model,
  input: {
    DedicatedHostIds: hostIds(20),
    DedicatedHostChargeType: {
      values: ['PrePaid', 'PostPaid'],
      default: 'PrePaid',
      reasons: faults.chargeTypeUnknown,
    },
    PeriodUnit: {
      values: ['Week', 'Month'],
      default: 'Month',
      reasons: faults.periodUnitUnknown,
    },
    DetailFee: { default: false },
    // Orders are paid as they are placed.
    AutoPay: silent,
    ClientToken: clientToken,
  },
  output: {
    OrderId: { optional: true },
    FeeOfInstances: { item: { fields: { InstanceId: id('dedicated-host') } } },
  },
  handle: async (context, input) => {
    const { DedicatedHostIds: keys, Period, PeriodUnit, DetailFee } = input;
    const isAhead = input.DedicatedHostChargeType === 'PrePaid';
    const byItself = { renewal: 'manual', renewalPeriod: 1 } as const;
    const prepaid = isAhead ? { ...soldPeriod(Period, PeriodUnit), ...byItself } : null;
    const { order, lines } = await changeHostChargeType(context, {
      keys,
      region: context.region,
      prepaid,
    });
    const shown = DetailFee && !isAhead ? lines : [];
    return {
      ...orderId(order),
      FeeOfInstances: shown.map(({ resource, microYuan }) => ({
        InstanceId: resource,
        Currency: 'CNY',
        Fee: String(-microYuan / 1_000_000),
      })),
    };
  },
});
