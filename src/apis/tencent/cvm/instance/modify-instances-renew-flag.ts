// https://cloud.tencent.com/document/api/213/15752 (seed 004 L16335)
import { action } from '#apis/context.ts';
import { changeRenewal } from '#resources/instance/verbs/change-renewal.ts';
import * as model from '../models/modify-instances-renew-flag.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import { renewals } from '../../structs/instance/words.ts';

/** Sets whether instances renew themselves, a month at a time (L16343): all of them, or none. */
export const modifyInstancesRenewFlag = action.write({
  model,
  input: { InstanceIds: instanceIdsMeant, RenewFlag: { values: renewals.names } },
  rules: [someInstanceIds],
  handle: (context, { InstanceIds: keys, RenewFlag }) =>
    changeRenewal(context, {
      keys,
      region: context.region,
      renewal: renewals.neutral(RenewFlag),
      every: { period: 1, unit: 'month' },
    }),
});
