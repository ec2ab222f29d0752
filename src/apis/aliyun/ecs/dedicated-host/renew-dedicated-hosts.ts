// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-renewdedicatedhosts
import { action } from '#apis/context.ts';
import { dedicatedHostFaults as faults } from '#resources/dedicated-host/faults.ts';
import { renewHosts } from '#resources/dedicated-host/verbs/renew-hosts.ts';
import { orderId } from '../../order-id.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/renew-dedicated-hosts.ts';
import { hostIds, soldPeriod } from './host-fields.ts';

/** Pays hosts for longer, all or none. */
export const renewDedicatedHosts = action.write({
  model,
  input: {
    DedicatedHostIds: hostIds(100),
    PeriodUnit: {
      values: ['Week', 'Month'],
      default: 'Month',
      reasons: faults.periodUnitUnknown,
    },
    ClientToken: clientToken,
  },
  output: { OrderId: { optional: true } },
  handle: async (context, { DedicatedHostIds: keys, Period, PeriodUnit }) => {
    const period = soldPeriod(Period, PeriodUnit);
    const { order } = await renewHosts(context, { keys, region: context.region, ...period });
    return orderId(order);
  },
});
