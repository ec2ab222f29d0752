import type { Quote } from '#pricing/quote.ts';
import { priceFaults } from './faults.ts';
import type { Price } from './price.ts';

/** What several things cost together. @throws price.changeNotHere where they are not paid alike */
export function pricesTogether(prices: readonly Price[]): Price {
  const [first, ...others] = prices.filter(({ by }) => by !== 'nothing');
  return first === undefined ? { by: 'nothing' } : others.reduce(together, first);
}

function together(a: Price, b: Price): Price {
  // A GB costs the same however many send it.
  if (a.by === 'gigabyte' && b.by === 'gigabyte') return a;
  if (a.by === 'term' && b.by === 'term') return { by: 'term', ...termsOf(a, b) };
  if (a.by === 'spot-hour' && b.by === 'spot-hour') {
    return { by: 'spot-hour', hour: sum([a.hour, b.hour]) };
  }
  if (a.by !== 'hour' || b.by !== 'hour') {
    throw priceFaults.changeNotHere({ message: 'What is asked for is not paid in the same way.' });
  }
  const step = (at: 0 | 1 | 2) => sum([a.steps[at], b.steps[at]]);
  return { by: 'hour', steps: [step(0), step(1), step(2)] };
}

type Terms = Omit<Extract<Price, { readonly by: 'term' }>, 'by'>;

function termsOf(a: Terms, b: Terms): Terms {
  const years =
    a.years === null || b.years === null
      ? null
      : {
          one: sum([a.years.one, b.years.one]),
          three: sum([a.years.three, b.years.three]),
          five: sum([a.years.five, b.years.five]),
        };
  return { total: sum([a.total, b.total]), years };
}

function sum(quotes: readonly Quote[]): Quote {
  return {
    listed: quotes.reduce((all, { listed }) => all + listed, 0),
    paid: quotes.reduce((all, { paid }) => all + paid, 0),
    lines: quotes.flatMap(({ lines }) => lines),
  };
}
