/** The same time of day `months` later, in UTC; the last day of a shorter month where needed. */
export function addMonths(ms: number, months: number): number {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

const WEEK_MS = 7 * 86_400_000;

/** The end of a paid period that begins at `ms`. */
export function addPeriod(ms: number, period: number, unit: 'month' | 'week'): number {
  return unit === 'week' ? ms + period * WEEK_MS : addMonths(ms, period);
}
