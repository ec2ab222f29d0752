import { addMonths, lastEndMs } from '#kernel/calendar.ts';
import { type Asked, type PriceLine, quote, type Quote } from '#pricing/quote.ts';
import type { ChargeType, InternetAccess, Prepaid } from '../instance/instance.ts';
import type { ReadScope } from '../scope.ts';
import { priceFaults } from './faults.ts';
import { bandwidthLine, trafficLine } from './lines.ts';

/** As listed and as it is paid, in whole millionths of a yuan. */
export type Sum = Pick<Quote, 'listed' | 'paid'>;

/** What something costs, in the way it is paid. */
export type Price =
  | { readonly by: 'nothing' }
  /** An hour until the 96th, until the 360th, and from then on. */
  | { readonly by: 'hour'; readonly steps: readonly [Quote, Quote, Quote] }
  /** All of a term in advance; where that is by the month, one, three and five years beside it. */
  | { readonly by: 'term'; readonly total: Quote; readonly years: Years | null }
  | { readonly by: 'spot-hour'; readonly hour: Quote }
  | { readonly by: 'gigabyte'; readonly each: Quote };

export interface Years {
  readonly one: Quote;
  readonly three: Quote;
  readonly five: Quote;
}

/** What is to be priced: lines, where they are, and how they are paid. */
export interface Priced {
  /** Neutral. */
  readonly region: string;
  readonly lines: readonly PriceLine[];
  /** What of the listed price a spot instance pays, in hundredths of a percent. */
  readonly spotShare?: number;
}

/** A quote. @throws price.tooLarge */
export function quoted({ cloud }: Pick<ReadScope, 'cloud'>, asked: Asked): Quote {
  try {
    return quote(cloud.prices, asked);
  } catch (error) {
    if (error instanceof RangeError) throw priceFaults.tooLarge();
    throw error;
  }
}

/** The price by the hour. */
export function hourlyPrice(scope: Pick<ReadScope, 'cloud'>, priced: Priced): Price {
  const step = (step: 0 | 1 | 2) => quoted(scope, { ...priced, term: { by: 'hour', step } });
  return { by: 'hour', steps: [step(0), step(1), step(2)] };
}

/** The price of a term in advance. */
export function termPrice(
  scope: Pick<ReadScope, 'cloud'>,
  priced: Priced,
  { period, unit }: Pick<Prepaid, 'period' | 'unit'>,
): Price {
  const of = (months: number) => quoted(scope, { ...priced, term: { by: 'month', months } });
  if (unit === 'month') {
    const years = { one: of(12), three: of(36), five: of(60) };
    return { by: 'term', total: of(period), years };
  }
  const term = { by: 'week', weeks: period } as const;
  return { by: 'term', total: quoted(scope, { ...priced, term }), years: null };
}

/** How many months of the calendar are begun between two times, the last of them in 2099. */
export function monthsBegun(from: number, until: number): number {
  let months = 1;
  while (addMonths(from, months) < Math.min(until, lastEndMs)) months += 1;
  return months;
}

/** What is added to something, for each month that was begun of those that are paid for. */
export function addedPrice(
  scope: Pick<ReadScope, 'cloud' | 'now'>,
  priced: Priced,
  expiresAt: number | null,
): Price {
  const period = monthsBegun(scope.now, expiresAt ?? scope.now);
  return termPrice(scope, priced, { period, unit: 'month' });
}

/** What instances and their disks cost; on a host of one's own, the disks alone by the hour. */
export function instancePrice(
  scope: Pick<ReadScope, 'cloud'>,
  priced: Priced,
  paid: { readonly chargeType: ChargeType; readonly prepaid: Prepaid | null },
): Price {
  const { chargeType, prepaid } = paid;
  if (chargeType === 'prepaid' && prepaid !== null) return termPrice(scope, priced, prepaid);
  if (chargeType !== 'spot') return hourlyPrice(scope, priced);
  const { region, lines, spotShare: share } = priced;
  const term = { by: 'spot-hour', ...(share === undefined ? {} : { share }) } as const;
  const hour = quoted(scope, { region, lines, term });
  return { by: 'spot-hour', hour };
}

/** What the way to the internet costs that `count` instances have. */
export function internetPrice(
  scope: Pick<ReadScope, 'cloud'>,
  at: { readonly region: string; readonly count: number; readonly prepaid: Prepaid | null },
  { chargeType, outMbps }: Pick<InternetAccess, 'chargeType' | 'outMbps'>,
): Price {
  const { region, count, prepaid } = at;
  if (outMbps === 0 || chargeType === 'bandwidth-package') return { by: 'nothing' };
  if (chargeType === 'traffic') {
    const lines = [trafficLine(1)];
    return {
      by: 'gigabyte',
      each: quoted(scope, { region, lines, term: { by: 'use' } }),
    };
  }
  const lines = [bandwidthLine(outMbps, count)];
  if (chargeType === 'bandwidth-hourly') return hourlyPrice(scope, { region, lines });
  return termPrice(scope, { region, lines }, prepaid ?? { period: 1, unit: 'month' });
}

/** What terms in advance come to together; what has no sum adds none. */
export function addedSums(prices: readonly Price[]): Sum {
  const totals = prices.flatMap((price) => (price.by === 'term' ? price.total : []));
  return {
    listed: totals.reduce((sum, { listed }) => sum + listed, 0),
    paid: totals.reduce((sum, { paid }) => sum + paid, 0),
  };
}
