import type { Price } from '#resources/price/price.ts';
import { yuanOf } from '../../structs/price/item-price.ts';

const noPrice = {
  ChargeUnit: null,
  DiscountPrice: null,
  DiscountPriceHigh: null,
  OriginalPrice: null,
  OriginalPriceHigh: null,
  UnitPrice: null,
  UnitPriceDiscount: null,
  UnitPriceDiscountHigh: null,
  UnitPriceHigh: null,
};

/** What a disk costs, in the fields of its way of paying; the others are null. */
export function shownPrice(price: Price) {
  if (price.by === 'term') {
    const { listed, paid } = price.total;
    return {
      ...noPrice,
      OriginalPrice: yuanOf(listed),
      OriginalPriceHigh: String(yuanOf(listed)),
      DiscountPrice: yuanOf(paid),
      DiscountPriceHigh: String(yuanOf(paid)),
    };
  }
  if (price.by !== 'hour') return noPrice;
  const [{ listed, paid }] = price.steps;
  return {
    ...noPrice,
    ChargeUnit: 'HOUR',
    UnitPrice: yuanOf(listed),
    UnitPriceHigh: String(yuanOf(listed)),
    UnitPriceDiscount: yuanOf(paid),
    UnitPriceDiscountHigh: String(yuanOf(paid)),
  };
}

/** The fields of a price, all of which the document lets be null. */
export const priceFields = Object.keys(noPrice) as ReadonlyArray<keyof typeof noPrice>;
