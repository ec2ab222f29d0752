// https://cloud.tencent.com/document/api/213/11650 (seed 004 L46100)
import { action } from '#apis/context.ts';
import { changeRenewal } from '#resources/instance/verbs/change-renewal.ts';
import { string, structure } from '#wire/builders.ts';
import { renewalNamed, renewalNames } from '../../cvm/instance/words.ts';
import { olderRatePerSecond } from '../../older-rate.ts';
import { instancesMeant } from './instance-ids.ts';

/** Sets whether instances renew themselves, a month at a time: all of them, or none. */
export const modifyInstancesRenewFlag = action.write({
  name: 'ModifyInstancesRenewFlag',
  region: 'required',
  ratePerSecond: olderRatePerSecond,
  input: {
    ...instancesMeant,
    fields: {
      ...instancesMeant.fields,
      RenewFlag: string({ required: true, values: renewalNames }),
    },
  },
  output: structure({}),
  uses: [changeRenewal],
  handle: async (context, { InstanceIds: keys, RenewFlag }) => {
    await changeRenewal(context, {
      keys,
      region: context.region,
      renewal: renewalNamed(RenewFlag),
      every: { period: 1, unit: 'month' },
    });
    return {};
  },
});
