// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceautorenewattribute
import { action } from '#apis/context.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { id, integer, list } from '#wire/builders.ts';
import * as model from '../models/describe-instance-auto-renew-attribute.ts';
import { instancePage } from './instance-page.ts';
import { renewalStatusOf, renewalWords } from './renewal-words.ts';

/** Of instances that are paid in advance alone. */
export const describeInstanceAutoRenewAttribute = action.read({
  model,
  input: {
    InstanceId: list(id('instance'), { style: 'comma', max: 100 }),
    PageNumber: integer({ default: 1, min: 1 }),
    PageSize: integer({ default: 10, min: 1, max: 100 }),
    RenewalStatus: { values: ['AutoRenewal', 'Normal', 'NotRenewal'] },
  },
  rules: [{ rule: 'one-of', fields: ['InstanceId', 'RenewalStatus'] }],
  handle: async (context, input) => {
    const { RenewalStatus: status } = input;
    const { instances, figures } = await instancePage(context, input, {
      keys: input.InstanceId,
      chargeTypes: ['prepaid'],
      renewals: status === undefined ? undefined : [renewalWords[status]],
    });
    return {
      ...figures,
      InstanceRenewAttributes: instances.flatMap(attributesOf),
    };
  },
});

function attributesOf({ key, prepaid }: Instance) {
  if (prepaid === null) return [];
  return [
    {
      InstanceId: key,
      AutoRenewEnabled: prepaid.renewal === 'auto',
      RenewalStatus: renewalStatusOf(prepaid),
      Duration: prepaid.renewalPeriod,
      PeriodUnit: prepaid.renewalUnit === 'week' ? 'Week' : 'Month',
      EnableExpectedRenewDay: false,
    },
  ];
}
