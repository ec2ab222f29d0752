import { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';
import type { ScheduleRule } from '#resources/auto-snapshot-policy/schedule.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { list } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import { policy as model } from '../models/policy.ts';

const malformed = autoSnapshotPolicyFaults.scheduleMalformed;

const within = (min: number, max: number) => ({
  max: max - min + 1,
  item: { min, max, reasons: { range: malformed } },
  reasons: { count: malformed },
});

/** Policy: when snapshots are made. */
export const rulesAsked = list(
  overlay(model, {
    Hour: within(0, 23),
    DayOfWeek: within(0, 6),
    DayOfMonth: within(1, 31),
    IntervalDays: { min: 1, max: 365, reasons: { range: malformed } },
  }),
  { max: 10, reasons: { count: malformed } },
);

interface RuleAsked {
  readonly Hour: readonly number[];
  readonly DayOfWeek?: readonly number[] | undefined;
  readonly DayOfMonth?: readonly number[] | undefined;
  readonly IntervalDays?: number | undefined;
}

/** The schedule that rules make. @throws Fault where one says no days, or says them twice */
export function rulesOf(asked: readonly RuleAsked[]): readonly ScheduleRule[] {
  if (asked.length === 0) throw malformed();
  return asked.map(({ Hour: hours, DayOfWeek = [], DayOfMonth = [], IntervalDays: every }) => {
    const days: ReadonlyArray<ScheduleRule['days']> = [
      ...(DayOfWeek.length > 0 ? [{ by: 'week', on: DayOfWeek } as const] : []),
      ...(DayOfMonth.length > 0 ? [{ by: 'month', on: DayOfMonth } as const] : []),
      ...(every === undefined ? [] : [{ by: 'interval', every } as const]),
    ];
    const [only, ...others] = days;
    if (only === undefined || others.length > 0 || hours.length === 0) throw malformed();
    return { hours, days: only };
  });
}

/** Rules as answers show them: the days that they do not go by are empty, or 0. */
export function shownRules(rules: readonly ScheduleRule[]) {
  return rules.map(({ hours, days }) => ({
    Hour: hours,
    DayOfWeek: days.by === 'week' ? days.on : [],
    DayOfMonth: days.by === 'month' ? days.on : [],
    IntervalDays: days.by === 'interval' ? days.every : 0,
  }));
}

/** AutoSnapshotPolicyId. */
export const policyIdAsked = {
  reasons: { malformed: autoSnapshotPolicyFaults.malformed },
} as const;

/** AutoSnapshotPolicyIds, a hundred at most, as on the pages that list. */
export const policyIdsAsked = {
  max: 100,
  item: policyIdAsked,
  reasons: { count: listingFaults.tooManyIds },
} as const;

/** RetentionDays: the page leaves the bound out, that of the other vendor. */
export const retentionAsked = {
  min: 1,
  max: 65_536,
  reasons: { range: autoSnapshotPolicyFaults.retentionOutOfRange },
} as const;

const NAME_BYTES_MAX = 60;

/** AutoSnapshotPolicyName; "" takes it away. @throws Fault where it is longer than 60 bytes */
export function nameOf(asked: string | undefined): string | null | undefined {
  if (asked === undefined || asked === '') return asked === '' ? null : undefined;
  if (Buffer.byteLength(asked) <= NAME_BYTES_MAX) return asked;
  throw autoSnapshotPolicyFaults.nameTooLong();
}

/** For how long snapshots are kept: null for ever. @throws Fault where both are said */
export function retentionOf(
  isPermanent: boolean | undefined,
  days: number | undefined,
): number | null | undefined {
  if (isPermanent !== true) return days;
  if (days === undefined) return null;
  throw autoSnapshotPolicyFaults.retentionConflict();
}

/** What snapshots are kept for where nothing is said (CreateAutoSnapshotPolicy). */
export const retentionDaysDefault = 7;
