import type { Sum } from '#resources/price/price.ts';
import type { Item } from './priced-items.ts';

const yuanOf = (micros: number): number => micros / 1_000_000;

/** A sum in yuan: as listed, as it is paid, and the difference. */
export function priceOf({ listed, paid }: Sum) {
  return {
    OriginalPrice: yuanOf(listed),
    TradePrice: yuanOf(paid),
    DiscountPrice: yuanOf(listed - paid),
  };
}

/** The one rule there is: the discount of the price book. */
export function rulesOf({ listed, paid }: Sum) {
  if (paid === listed) return [];
  const percent = Math.round((100 * (listed - paid)) / listed);
  return [{ RuleId: 1, Description: `A discount of ${percent} %` }];
}

/** PriceInfo: a sum, and what each item is of it. */
export function priceInfo(items: readonly Item[], sum: Sum & { readonly lines: readonly Sum[] }) {
  let next = 0;
  const details = items.map(({ resource, lines }) => {
    const own = sum.lines.slice(next, (next += lines.length));
    const added = {
      listed: own.reduce((total, { listed }) => total + listed, 0),
      paid: own.reduce((total, { paid }) => total + paid, 0),
    };
    return detailOf(resource, added);
  });
  return {
    PriceInfo: {
      Price: {
        Currency: 'CNY',
        ...priceOf(sum),
        ReservedInstanceHourPrice: 0,
        DetailInfos: details,
      },
      Rules: rulesOf(sum),
    },
  };
}

/** One line of DetailInfos. */
export function detailOf(resource: Item['resource'], sum: Sum) {
  return { Resource: resource, ...priceOf(sum), SubRules: rulesOf(sum) };
}
