import type { Price } from '#resources/price/price.ts';
import { each } from '#wire/overlay.ts';
import { priceFields, shownPrice } from './shown-price.ts';

/** DiskPrice of an answer. */
export const diskPriceShape = { fields: each(priceFields, { nullable: true }) } as const;

/** DiskPrice, with no details: no document says what its items are called. */
export function shownPrepayPrice(price: Price) {
  return { ...shownPrice(price), DetailPrices: [] };
}
