// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-renewinstance
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { buyRenewal } from '#resources/instance/verbs/buy-renewal.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import { orderId } from '../../order-id.ts';
import * as model from '../models/renew-instance.ts';
import { isPeriodSold } from './launch/contract.ts';
import { clientToken } from '../../parameters.ts';
import { missing } from './launch/missing.ts';
import { namedInstance } from './named-instance.ts';

/** Pays for longer; one that has expired comes back stopped. */
export const renewInstance = action.write({
  model,
  region: 'none',
  input: {
    PeriodUnit: { values: ['Week', 'Month'], default: 'Month' },
    ExpectedRenewDay: { min: 1, max: 28 },
    ClientToken: clientToken,
  },
  output: { OrderId: { optional: true } },
  handle: async (context, { InstanceId: key, Period: period, PeriodUnit, ExpectedRenewDay }) => {
    if (ExpectedRenewDay !== undefined) {
      // It has to be the day that the account has for all its instances, and none has one.
      const problem = 'is not the day on which the instances of the account expire together';
      const at = 'ExpectedRenewDay';
      throw new ParameterFault(undefined, { constraint: 'value', at, problem });
    }
    if (period === undefined) throw missing('Period');
    if (!isPeriodSold(period, PeriodUnit)) throw launchFaults.periodNotSold();
    await namedInstance(context, key);
    const unit = PeriodUnit === 'Week' ? 'week' : 'month';
    const { order } = await buyRenewal(context, {
      keys: [key],
      region: null,
      prepaid: { period, unit },
    });
    return orderId(order);
  },
});
