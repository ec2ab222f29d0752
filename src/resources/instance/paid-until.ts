import { addPeriod, lastEndMs } from '#kernel/calendar.ts';
import type { Period } from '#kernel/calendar.ts';
import { launchFaults } from './launch-faults.ts';

/**
 * The end of a period that begins at `from` and is paid for in advance.
 * @throws launch.periodNotSold where that is after 2099: nothing ends later
 */
export function paidUntil(from: number, period: Period, day?: number): number {
  const end = addPeriod(from, period, day);
  if (end <= lastEndMs) return end;
  throw launchFaults.periodNotSold({ message: 'Nothing is paid for beyond the end of 2099.' });
}
