import { nameIssue } from '../instance/names.ts';
import { autoSnapshotPolicyFaults } from '#resources/auto-snapshot-policy/faults.ts';
import type { ScheduleRule } from '#resources/auto-snapshot-policy/schedule.ts';
import { id, integer, list } from '#wire/builders.ts';
import { silent } from '../../parameters.ts';

const { copyNotHere, daysMalformed, hoursMalformed, instanceTagsNotHere } =
  autoSnapshotPolicyFaults;

/** autoSnapshotPolicyId. */
export const policyId = id('auto-snapshot-policy', { required: true });

/** regionId: pages of policies begin it with a small letter, and some clients send it so. */
export const regionId = { names: ['RegionId'] } as const;

/** timePoints: hours of a day in China. */
export const timePoints = list(integer({ min: 0, max: 23, reasons: hoursMalformed }), {
  style: 'json',
  min: 1,
  max: 24,
  reasons: hoursMalformed,
});

/** repeatWeekdays: 1 is Monday, 7 is Sunday. */
export const repeatWeekdays = list(integer({ min: 1, max: 7, reasons: daysMalformed }), {
  style: 'json',
  min: 1,
  max: 7,
  reasons: daysMalformed,
});

/** Of copies to other regions and of instances by their tags, which no policy has. */
export const absent = {
  CopyEncryptionConfiguration: { fields: { Arn: silent } },
} as const;

interface NotHere {
  readonly CopiedSnapshotsRetentionDays?: number | undefined;
  readonly CopyEncryptionConfiguration?:
    | { readonly Encrypted?: boolean | undefined; readonly KMSKeyId?: string | undefined }
    | undefined;
  readonly EnableCrossRegionCopy?: boolean | undefined;
  readonly TargetCopyRegions?: string | undefined;
  readonly TargetTags?: readonly unknown[] | undefined;
}

const NO_REGIONS = /^\s*\[\s*\]\s*$/;

/**
 * Snapshots are copied to no other region, and instances are not found by tags.
 * @throws auto-snapshot-policy.copyNotHere, auto-snapshot-policy.instanceTagsNotHere
 */
export function requirePlain(asked: NotHere): void {
  const { CopyEncryptionConfiguration: encryption, TargetCopyRegions: regions = '[]' } = asked;
  if (
    asked.EnableCrossRegionCopy === true ||
    asked.CopiedSnapshotsRetentionDays !== undefined ||
    encryption?.Encrypted === true ||
    encryption?.KMSKeyId !== undefined ||
    !NO_REGIONS.test(regions)
  ) {
    throw copyNotHere();
  }
  if ((asked.TargetTags ?? []).length > 0) throw instanceTagsNotHere();
}

/** autoSnapshotPolicyName. @throws auto-snapshot-policy.nameMalformed */
export function nameOf(asked: string | undefined): string | undefined {
  if (asked === undefined || (nameIssue(asked) === undefined && /^\p{L}/u.test(asked))) {
    return asked;
  }
  throw autoSnapshotPolicyFaults.nameMalformed();
}

/** For how many days snapshots are kept: null for ever, which -1 says. */
export function retentionOf(asked: number): number | null {
  if (asked === 0) throw autoSnapshotPolicyFaults.retentionOutOfRange();
  return asked === -1 ? null : asked;
}

interface TimesAsked {
  readonly timePoints?: readonly number[] | undefined;
  readonly repeatWeekdays?: readonly number[] | undefined;
}

/** The schedule that times make; what is not given is that of the one before. */
export function rulesOf(
  { timePoints: hours, repeatWeekdays: weekdays }: TimesAsked,
  before: readonly ScheduleRule[],
): readonly ScheduleRule[] | undefined {
  if (weekdays !== undefined) {
    const on = weekdays.map((day) => day % SUNDAY);
    return [{ hours: hours ?? hoursOf(before), days: { by: 'week', on } }];
  }
  return hours === undefined ? undefined : before.map(({ days }) => ({ hours, days }));
}

const SUNDAY = 7;
const ALL_DAYS = [1, 2, 3, 4, 5, 6, SUNDAY];

/** The hours of all rules, each once. */
export function hoursOf(rules: readonly ScheduleRule[]): readonly number[] {
  return [...new Set(rules.flatMap(({ hours }) => hours))];
}

/** The weekdays of all rules, each once; none of days of a month, or of every few days. */
export function weekdaysOf(rules: readonly ScheduleRule[]): readonly number[] {
  const days = rules.flatMap(({ days: one }) => {
    if (one.by === 'week') return one.on.map((day) => (day === 0 ? SUNDAY : day));
    return one.by === 'interval' && one.every === 1 ? ALL_DAYS : [];
  });
  return [...new Set(days)];
}
