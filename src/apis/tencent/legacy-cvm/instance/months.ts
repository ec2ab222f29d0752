import type { Prepaid } from '#resources/instance/instance.ts';
import { integer } from '#wire/builders.ts';

/** `period` (seed 004 L52685, L54327): any number of months up to three years. */
export const monthsAsked = integer({ required: true, min: 1, max: 36 });

/** What was paid for. It does not renew itself: these pages have no way to say that it should. */
export function prepaidFor(months: number): Prepaid {
  return { period: months, unit: 'month', renewal: 'manual', renewalPeriod: 1 };
}
