import type { Price, Sum } from '#resources/price/price.ts';

/** Yuan, as answers have them. */
export function yuanOf(micros: number): number {
  return micros / 1_000_000;
}

/** What is paid of what is listed, in percent: 20 is "2折" (seed 004 L37770). */
function discountOf({ listed, paid }: Sum): number {
  return listed === 0 ? 0 : Math.round((10_000 * paid) / listed) / 100;
}

/** Answers have all fields, those that do not apply as 0, and HOUR even then (L12347-12428). */
const nothing = {
  UnitPrice: 0,
  ChargeUnit: 'HOUR',
  OriginalPrice: 0,
  DiscountPrice: 0,
  Discount: 0,
  UnitPriceDiscount: 0,
  UnitPriceSecondStep: 0,
  UnitPriceDiscountSecondStep: 0,
  UnitPriceThirdStep: 0,
  UnitPriceDiscountThirdStep: 0,
  OriginalPriceThreeYear: 0,
  DiscountPriceThreeYear: 0,
  DiscountThreeYear: 0,
  OriginalPriceFiveYear: 0,
  DiscountPriceFiveYear: 0,
  DiscountFiveYear: 0,
  OriginalPriceOneYear: 0,
  DiscountPriceOneYear: 0,
  DiscountOneYear: 0,
};

type ItemPrice = typeof nothing;

/** An ItemPrice (struct text L37722-37840). */
export function itemPriceOf(price: Price): ItemPrice {
  switch (price.by) {
    case 'nothing':
      return nothing;
    case 'hour': {
      const [first, second, third] = price.steps;
      return {
        ...unitPriceOf(first),
        UnitPriceSecondStep: yuanOf(second.listed),
        UnitPriceDiscountSecondStep: yuanOf(second.paid),
        UnitPriceThirdStep: yuanOf(third.listed),
        UnitPriceDiscountThirdStep: yuanOf(third.paid),
      };
    }
    case 'spot-hour':
      return unitPriceOf(price.hour);
    // L37743; the samples of traffic have HOUR in one place (L12403) and GB in another (L30953).
    case 'gigabyte':
      return { ...unitPriceOf(price.each), ChargeUnit: 'GB' };
    case 'term':
      return termPriceOf(price);
  }
}

function unitPriceOf(unit: Sum): ItemPrice {
  return {
    ...nothing,
    UnitPrice: yuanOf(unit.listed),
    UnitPriceDiscount: yuanOf(unit.paid),
    Discount: discountOf(unit),
  };
}

function termPriceOf({ total, years }: Extract<Price, { readonly by: 'term' }>): ItemPrice {
  const price = {
    ...nothing,
    OriginalPrice: yuanOf(total.listed),
    DiscountPrice: yuanOf(total.paid),
    Discount: discountOf(total),
  };
  if (years === null) return price;
  const { one, three, five } = years;
  return {
    ...price,
    OriginalPriceOneYear: yuanOf(one.listed),
    DiscountPriceOneYear: yuanOf(one.paid),
    DiscountOneYear: discountOf(one),
    OriginalPriceThreeYear: yuanOf(three.listed),
    DiscountPriceThreeYear: yuanOf(three.paid),
    DiscountThreeYear: discountOf(three),
    OriginalPriceFiveYear: yuanOf(five.listed),
    DiscountPriceFiveYear: yuanOf(five.paid),
    DiscountFiveYear: discountOf(five),
  };
}
