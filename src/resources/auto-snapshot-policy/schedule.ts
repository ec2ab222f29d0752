import { dayOf } from '#kernel/calendar.ts';

/** On which days and at which hours: both are China's, since both vendors' are (UTC+8). */
export interface ScheduleRule {
  /** From 0 to 23. */
  readonly hours: readonly number[];
  readonly days:
    | { readonly by: 'week'; /** 0 is Sunday. */ readonly on: readonly number[] }
    | {
        readonly by: 'month' /** From 1; a month without that day is passed over. */;
        readonly on: readonly number[];
      }
    | { readonly by: 'interval' /** The first day is that of `since`. */; readonly every: number };
}

/** The times at which any of the rules holds, behind `since` (cloud milliseconds). */
export interface Schedule {
  readonly rules: readonly ScheduleRule[];
  readonly since: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHINA_MS = 8 * HOUR_MS;
/** The first of January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;
/** Longer than an interval, and than a month without a certain day. */
const DAYS_MAX = 400;

/** The day in China as a number, from 1970 on. */
function chinaDay(ms: number): number {
  return Math.floor((ms + CHINA_MS) / DAY_MS);
}

/** The first time of a schedule that is later than `after`; undefined where there is none. */
export function nextTime(schedule: Schedule, after: number): number | undefined {
  const from = Math.max(after, schedule.since);
  const first = chinaDay(from);
  for (let day = first; day <= first + DAYS_MAX; day += 1) {
    const times = schedule.rules
      .filter((rule) => holdsOn(rule, day, chinaDay(schedule.since)))
      .flatMap(({ hours }) => hours.map((hour) => day * DAY_MS - CHINA_MS + hour * HOUR_MS))
      .filter((time) => time > from);
    if (times.length > 0) return Math.min(...times);
  }
  return undefined;
}

function holdsOn({ days }: ScheduleRule, day: number, since: number): boolean {
  switch (days.by) {
    case 'week':
      return days.on.includes((day + FIRST_WEEKDAY) % 7);
    case 'month':
      return days.on.includes(dayOf(day * DAY_MS));
    case 'interval':
      return (day - since) % days.every === 0;
  }
}
