// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstanceautorenewattribute
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeRenewal } from '#resources/instance/verbs/change-renewal.ts';
import { id, list } from '#wire/builders.ts';
import * as model from '../models/modify-instance-auto-renew-attribute.ts';
import { renewalWords } from './renewal-words.ts';

const MONTHS_A_YEAR = 12;
/** For how long in each unit, as the SDK says. */
const durations = {
  Week: [1, 2, 3, 4],
  Month: [1, 2, 3, 6, 12, 24, 36, 48, 60],
  Year: [1, 2, 3, 4, 5],
} as const satisfies Record<string, readonly number[]>;
const units = ['Week', 'Month', 'Year'] as const;

/** RenewalStatus counts before AutoRenew; without a Duration the one of before stays. */
export const modifyInstanceAutoRenewAttribute = action.write({
  model,
  input: {
    AutoRenew: { default: false },
    InstanceId: list(id('instance'), {
      style: 'comma',
      required: true,
      min: 1,
      max: 100,
    }),
    PeriodUnit: { values: units, default: 'Month' },
    RenewalStatus: { values: ['AutoRenewal', 'Normal', 'NotRenewal'] },
  },
  handle: async (context, { InstanceId, AutoRenew, RenewalStatus, Duration, PeriodUnit }) => {
    const status = RenewalStatus ?? (AutoRenew ? 'AutoRenewal' : 'Normal');
    await changeRenewal(context, {
      keys: InstanceId,
      region: context.region,
      renewal: renewalWords[status],
      ...(Duration === undefined ? {} : { every: periodOf(Duration, PeriodUnit) }),
    });
  },
});

function periodOf(duration: number, unit: (typeof units)[number]) {
  const sold: readonly number[] = durations[unit];
  if (!sold.includes(duration)) throw launchFaults.renewalNotSold();
  if (unit === 'Week') return { period: duration, unit: 'week' } as const;
  return { period: unit === 'Year' ? duration * MONTHS_A_YEAR : duration, unit: 'month' } as const;
}
