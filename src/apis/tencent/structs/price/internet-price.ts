import type { Price, Sum } from '#resources/price/price.ts';
import { yuanOf } from './item-price.ts';

/**
 * An InternetPrice (models/tencent/vpc.json): a unit price of what is paid by use, a sum of what
 * is paid in advance. What an address of the vendor's own network costs itself is nothing.
 */
export function internetPriceOf(price: Price) {
  return {
    AddressPrice: detailOf(price),
    IPPrice: null,
    OriginalPrice: price.by === 'term' ? yuanOf(price.total.listed) : null,
    DiscountPrice: price.by === 'term' ? yuanOf(price.total.paid) : null,
  };
}

function detailOf(price: Price) {
  switch (price.by) {
    case 'term': {
      const { listed, paid } = price.total;
      return {
        UnitPrice: null,
        DiscountPrice: yuanOf(paid),
        ChargeUnit: 'MONTH',
        OriginalPrice: yuanOf(listed),
      };
    }
    case 'hour':
      return unitOf(price.steps[0]);
    case 'gigabyte':
      return unitOf(price.each);
    case 'spot-hour':
      return unitOf(price.hour);
    case 'nothing':
      return unitOf({ listed: 0, paid: 0 });
  }
}

/** The unit of traffic is said to be HOUR as well (InternetPriceDetail, ChargeUnit). */
function unitOf({ listed, paid }: Sum) {
  return {
    UnitPrice: yuanOf(listed),
    DiscountPrice: yuanOf(paid),
    ChargeUnit: 'HOUR',
    OriginalPrice: null,
  };
}

const optional = { optional: true, nullable: true } as const;
const detail = { UnitPrice: { nullable: true }, OriginalPrice: { nullable: true } } as const;

/** What an answer with such a price may leave null. */
export const internetPriceFields = {
  AddressPrice: { fields: detail },
  IPPrice: optional,
  OriginalPrice: { nullable: true },
  DiscountPrice: { nullable: true },
} as const;
