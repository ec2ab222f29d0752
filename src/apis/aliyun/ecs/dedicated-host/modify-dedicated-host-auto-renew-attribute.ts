// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydedicatedhostautorenewattribute
import { action } from '#apis/context.ts';
import { dedicatedHostFaults as faults } from '#resources/dedicated-host/faults.ts';
import { changeDedicatedHosts } from '#resources/dedicated-host/verbs/change-hosts.ts';
import { silent } from '../../parameters.ts';
import { renewalWords } from '../instance/renewal-words.ts';
import * as model from '../models/modify-dedicated-host-auto-renew-attribute.ts';
import { hostIds, renewedPeriod } from './host-fields.ts';

/** RenewalStatus counts before AutoRenew; without a Duration the one of before stays. */
export const modifyDedicatedHostAutoRenewAttribute = action.write({
  model,
  input: {
    DedicatedHostIds: hostIds(100),
    AutoRenew: { default: false },
    PeriodUnit: {
      values: ['Week', 'Month', 'Year'],
      default: 'Month',
      reasons: faults.periodUnitUnknown,
    },
    RenewalStatus: {
      values: ['AutoRenewal', 'Normal', 'NotRenewal'],
      reasons: faults.renewalUnknown,
    },
    AutoRenewWithEcs: silent,
  },
  handle: (context, input) => {
    const { DedicatedHostIds: keys, AutoRenew, RenewalStatus, Duration, PeriodUnit } = input;
    const status = RenewalStatus ?? (AutoRenew ? 'AutoRenewal' : 'Normal');
    return changeDedicatedHosts(context, {
      keys,
      region: context.region,
      renewal: renewalWords[status],
      every: Duration === undefined ? undefined : renewedPeriod(Duration, PeriodUnit),
    });
  },
});
