import type { Price } from '#resources/price/price.ts';
import { string, structure } from '#wire/builders.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import { yuanText } from '../../structs/price/yuan-text.ts';

/** Amounts are texts, as in each sample of the page (L43845-44044); the struct says Float. */
export const itemPrice = structure(
  {
    UnitPrice: string({ optional: true }),
    ChargeUnit: string({ optional: true }),
    OriginalPrice: string({ optional: true }),
    DiscountPrice: string({ optional: true }),
  },
  { optional: true },
);

/** The price of one thing. */
export const pricedShape = structure({ Price: structure({ InstancePrice: itemPrice }) });

/** An ItemPrice of 2017 (L50191-50222): of four fields those that apply; absent where none does. */
export function itemPriceOf2017(price: Price) {
  return price.by === 'nothing' ? undefined : shownOf2017(itemPriceOf(price));
}

type Shown = Pick<
  ReturnType<typeof itemPriceOf>,
  'UnitPrice' | 'ChargeUnit' | 'OriginalPrice' | 'DiscountPrice'
>;

/** The same of what API 3.0 answers. */
export function pricedOf2017({ Price }: { readonly Price: { readonly InstancePrice: Shown } }) {
  return { Price: { InstancePrice: shownOf2017(Price.InstancePrice) } };
}

/** What costs by the unit has no sum, and what costs nothing has a sum of nothing. */
export function shownOf2017({ UnitPrice, ChargeUnit, OriginalPrice, DiscountPrice }: Shown) {
  if (UnitPrice > 0) return { UnitPrice: yuanText(UnitPrice), ChargeUnit };
  return { OriginalPrice: yuanText(OriginalPrice), DiscountPrice: yuanText(DiscountPrice) };
}
