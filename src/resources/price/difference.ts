import type { PriceLine, Quote } from '#pricing/quote.ts';
import type { Prepaid } from '../instance/instance.ts';
import type { ReadScope } from '../scope.ts';
import { quoted, type Price } from './price.ts';

/** A twelfth of a year: how long a month is where the rest of a term is paid for. */
export const MONTH_MS = 2_628_000_000;

/** What something is and what it is to become, and until when both are paid for. */
export interface Exchanged {
  /** Neutral. */
  readonly region: string;
  readonly from: readonly PriceLine[];
  readonly to: readonly PriceLine[];
  /** Cloud milliseconds. */
  readonly expiresAt: number | null;
  /** How what it is was paid: its price is that of as many months. */
  readonly prepaid: Pick<Prepaid, 'period' | 'unit'> | null;
}

/**
 * What it costs to have something else for the rest of a term, to the millisecond: each at what a
 * month costs where as many are bought as were. Less than nothing where money comes back, which is
 * never more than was paid.
 */
export function differencePrice(
  scope: Pick<ReadScope, 'cloud' | 'now'>,
  { region, from, to, expiresAt, prepaid }: Exchanged,
): Price {
  const leftMs = Math.max((expiresAt ?? scope.now) - scope.now, 0);
  const months = prepaid?.unit === 'month' ? prepaid.period : 1;
  const term = { by: 'month', months } as const;
  const before = quoted(scope, { region, lines: from, term });
  const after = quoted(scope, { region, lines: to, term });
  const sum = {
    listed: shareOf(after.listed - before.listed, leftMs, months),
    paid: shareOf(after.paid - before.paid, leftMs, months),
  };
  const total: Quote = { ...sum, lines: [sum] };
  return { by: 'term', total, years: null };
}

/** The part of a price of whole months that is for `leftMs`; half a millionth is rounded up. */
function shareOf(price: number, leftMs: number, months: number): number {
  const whole = BigInt(MONTH_MS) * BigInt(months);
  const twice = 2n * BigInt(price) * BigInt(leftMs) + whole;
  const down = twice / (2n * whole);
  return Number(twice < 0n && twice % (2n * whole) !== 0n ? down - 1n : down);
}
