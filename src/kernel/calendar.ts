/** The day of the month, in UTC. */
export function dayOf(ms: number): number {
  return new Date(ms).getUTCDate();
}

/**
 * The same time of day `months` later, in UTC, on that day of the month; on the last day of a
 * shorter one.
 */
export function addMonths(ms: number, months: number, day = dayOf(ms)): number {
  const date = new Date(ms);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

const WEEK_MS = 7 * 86_400_000;

export interface Period {
  readonly count: number;
  readonly unit: 'month' | 'week';
}

/** The end of a paid period that begins at `ms`; of months, on that day of the month. */
export function addPeriod(ms: number, { count, unit }: Period, day?: number): number {
  return unit === 'week' ? ms + count * WEEK_MS : addMonths(ms, count, day);
}

/** The last moment of 2099 in China, which the vendors show for what never ends. */
export const lastEndMs: number = Date.UTC(2099, 11, 31, 15, 59, 59, 999);
