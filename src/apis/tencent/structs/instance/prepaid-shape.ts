import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { Prepaid } from '#resources/instance/instance.ts';
import { integer, string, structure } from '#wire/builders.ts';
import type { InferIn } from '#wire/infer.ts';
import { renewals } from './words.ts';

/** Months (struct text of seed 004, L37253; the code's own text stops at 36, L40116). */
const periods = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 24, 36, 48, 60] as const;

/** InstanceChargePrepaid (L37241-37273). */
export const prepaidShape = structure({
  Period: integer({
    required: true,
    values: periods,
    reasons: { value: launchFaults.periodNotSold, type: launchFaults.periodNotSold },
  }),
  RenewFlag: string({ values: renewals.names, default: 'NOTIFY_AND_MANUAL_RENEW' }),
});

/** It renews itself a month at a time (L37258-37270). */
export function prepaidOf({ Period, RenewFlag }: InferIn<typeof prepaidShape>): Prepaid {
  return { period: Period, unit: 'month', renewal: renewals.neutral(RenewFlag), renewalPeriod: 1 };
}
