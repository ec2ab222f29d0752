// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describededicatedhostautorenew
import { action } from '#apis/context.ts';
import { renewableHosts } from '#resources/dedicated-host/verbs/list-hosts.ts';
import { renewalStatusOf } from '../instance/renewal-words.ts';
import * as model from '../models/describe-dedicated-host-auto-renew.ts';
import { hostIds } from './host-fields.ts';

/** Of hosts that are paid in advance alone. */
export const describeDedicatedHostAutoRenew = action.read({
  model,
  input: { DedicatedHostIds: hostIds(100) },
  output: {
    DedicatedHostRenewAttributes: {
      item: { fields: { AutoRenewWithEcs: { optional: true } } },
    },
  },
  handle: async (context, { DedicatedHostIds: keys }) => {
    const hosts = await renewableHosts(context, { keys, region: context.region });
    return {
      DedicatedHostRenewAttributes: hosts.flatMap(({ key, prepaid }) => {
        if (prepaid === null) return [];
        const byItself = prepaid.renewal === 'auto';
        return [
          {
            DedicatedHostId: key,
            AutoRenewEnabled: byItself,
            RenewalStatus: renewalStatusOf(prepaid),
            Duration: byItself ? prepaid.renewalPeriod : 0,
            PeriodUnit: prepaid.renewalUnit === 'week' ? 'Week' : 'Month',
          },
        ];
      }),
    };
  },
});
