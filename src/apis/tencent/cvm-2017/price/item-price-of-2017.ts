import type { Price } from '#resources/price/price.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';
import { yuanText } from '../../structs/price/yuan-text.ts';

/** An ItemPrice of 2017 (L50191-50222): of four fields those that apply; absent where none does. */
export function itemPriceOf2017(price: Price) {
  if (price.by === 'nothing') return undefined;
  const { UnitPrice, ChargeUnit, OriginalPrice, DiscountPrice } = itemPriceOf(price);
  if (price.by !== 'term') return { UnitPrice: yuanText(UnitPrice), ChargeUnit };
  return { OriginalPrice: yuanText(OriginalPrice), DiscountPrice: yuanText(DiscountPrice) };
}
