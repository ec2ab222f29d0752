import type { Price } from '#resources/price/price.ts';
import { itemPriceOf } from '../../structs/price/item-price.ts';

/** "0.34", "45.00" (seed 004 L43845, L43935): two decimals, and more where an amount has them. */
function textOf(yuan: number): string {
  const [, decimals = ''] = String(yuan).split('.');
  return yuan.toFixed(Math.max(decimals.length, 2));
}

/** An ItemPrice of 2017 (L50191-50222): of four fields those that apply; absent where none does. */
export function itemPriceOf2017(price: Price) {
  if (price.by === 'nothing') return undefined;
  const { UnitPrice, ChargeUnit, OriginalPrice, DiscountPrice } = itemPriceOf(price);
  if (price.by !== 'term') return { UnitPrice: textOf(UnitPrice), ChargeUnit };
  return { OriginalPrice: textOf(OriginalPrice), DiscountPrice: textOf(DiscountPrice) };
}
