import { addPeriod, dayOf, lastEndMs } from '#kernel/calendar.ts';
import type { Period } from '#kernel/calendar.ts';
import { launchFaults } from './launch-faults.ts';

/** What is paid for in advance. */
export interface PaidTerm {
  /** Cloud milliseconds. */
  readonly expiresAt: number;
  /** The day of the month on which the months that follow end. */
  readonly renewalDay: number;
}

/**
 * A period that begins at `from`: months end on that day of the month, or on the last of a shorter
 * one; weeks move the day. Undefined where it would end after 2099: nothing ends later.
 */
export function paidTerm(from: number, period: Period, day = dayOf(from)): PaidTerm | undefined {
  const expiresAt = addPeriod(from, period, day);
  if (expiresAt > lastEndMs) return undefined;
  return { expiresAt, renewalDay: period.unit === 'week' ? dayOf(expiresAt) : day };
}

/** From when something is renewed: from its end on, or from now where that has come. */
export function renewedFrom(
  {
    expiresAt,
    renewalDay,
  }: { readonly expiresAt: number | null; readonly renewalDay: number | null },
  now: number,
): { readonly from: number; readonly day: number } {
  const from = Math.max(expiresAt ?? 0, now);
  // Paid for again after its end, it has a new first day.
  return { from, day: from === expiresAt ? (renewalDay ?? dayOf(from)) : dayOf(from) };
}

/** The term of a period. @throws launch.periodNotSold where there is none */
export function requirePaidTerm(from: number, period: Period, day?: number): PaidTerm {
  const term = paidTerm(from, period, day);
  if (term !== undefined) return term;
  throw launchFaults.periodNotSold({ message: 'Nothing is paid for beyond the end of 2099.' });
}
