import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { Instance, Prepaid } from '#resources/instance/instance.ts';
import type { LaunchAsked } from './launch-asked.ts';
import type { Subjects } from './subjects.ts';

/** How the instances are paid. */
export interface Contract {
  readonly chargeType: Instance['chargeType'];
  readonly prepaid: Instance['prepaid'];
  readonly spot: Instance['spot'];
  readonly protected: boolean;
}

/** Months and weeks that can be bought: seed 002 L255-257 and today's SDK; 003 L514 has fewer. */
const periods = {
  Month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36, 48, 60],
  Week: [1, 2, 3, 4],
} as const satisfies Record<string, readonly number[]>;

/** And renewed by: seed 002 L109-111; the long ones are today's SDK's. */
const renewals = {
  Month: [1, 2, 3, 6, 12, 24, 36, 48, 60],
  Week: [1, 2, 3],
} as const satisfies Record<string, readonly number[]>;

/**
 * How it is to be paid. `renewalPeriodDefault` is what AutoRenew renews by where nothing is said;
 * CreateInstance wants it said (seed 002 L107).
 */
export function contractOf(
  asked: LaunchAsked,
  options: { readonly renewalPeriodDefault: number | undefined },
): Contract {
  const isPrepaid = asked.InstanceChargeType === 'PrePaid';
  const isSpot = asked.SpotStrategy !== 'NoSpot';
  if (isSpot && isPrepaid) throw launchFaults.spotNotPrepaid();
  if (isSpot && asked.ZoneId === undefined && asked.VSwitchId === undefined) {
    throw launchFaults.spotWithoutZone();
  }
  if (asked.DeletionProtection && (isSpot || isPrepaid)) {
    throw launchFaults.protectionNotForCharge();
  }
  const prepaid = isPrepaid ? prepaidOf(asked, options) : null;
  const spot = isSpot ? spotOf(asked) : null;
  const paidByUse = spot === null ? 'postpaid' : 'spot';
  return {
    chargeType: prepaid === null ? paidByUse : 'prepaid',
    prepaid,
    spot,
    protected: asked.DeletionProtection,
  };
}

/** Whether instances are sold, and renewed by hand, for so many weeks or months. */
export function isPeriodSold(period: number, unit: keyof typeof periods): boolean {
  const sold: readonly number[] = periods[unit];
  return sold.includes(period);
}

function prepaidOf(
  { Period = 0, PeriodUnit, AutoRenew, AutoRenewPeriod }: LaunchAsked,
  options: { readonly renewalPeriodDefault: number | undefined },
): Prepaid {
  const unit = PeriodUnit === 'Week' ? 'week' : 'month';
  if (!isPeriodSold(Period, PeriodUnit)) throw launchFaults.periodNotSold();
  if (!AutoRenew) return { period: Period, unit, renewal: 'manual', renewalPeriod: Period };
  const renewalPeriod = AutoRenewPeriod ?? options.renewalPeriodDefault ?? 0;
  const renewable: readonly number[] = renewals[PeriodUnit];
  if (!renewable.includes(renewalPeriod)) throw launchFaults.renewalNotSold();
  return { period: Period, unit, renewal: 'auto', renewalPeriod };
}

function spotOf(asked: LaunchAsked): Contract['spot'] {
  const { SpotStrategy, SpotPriceLimit, SpotDuration = 1, SpotInterruptionBehavior } = asked;
  const limited = SpotStrategy === 'SpotWithPriceLimit';
  if (limited && SpotPriceLimit === 0) throw launchFaults.spotPriceNotAllowed();
  return {
    strategy: limited ? 'price-limit' : 'as-price-go',
    priceLimit: limited ? String(SpotPriceLimit) : null,
    durationHours: SpotDuration,
    interruption: SpotInterruptionBehavior === 'Stop' ? 'stop' : 'terminate',
  };
}

/** How a burstable type runs; no other type can be told. */
export function creditsOf(asked: LaunchAsked, { type }: Subjects): string | undefined {
  const { CreditSpecification: given } = asked;
  if (type.credits !== null) return given ?? 'Standard';
  if (given === undefined) return undefined;
  throw launchFaults.creditsNotAllowed();
}
