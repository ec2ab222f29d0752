import { launchFaults } from '#resources/instance/launch-faults.ts';
import { integer, string, structure } from '#wire/builders.ts';
import { renewalNames } from '../../structs/instance/words.ts';

/** Months (seed 004 L50057, L45309). */
const periods = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36] as const;

/** InstanceChargePrepaid (L50045-50071), which renews itself unless it is told not to. */
export const prepaidShape = structure({
  Period: integer({
    required: true,
    values: periods,
    reasons: { value: launchFaults.periodNotSold, type: launchFaults.periodNotSold },
  }),
  RenewFlag: string({ values: renewalNames, default: 'NOTIFY_AND_AUTO_RENEW' }),
});
