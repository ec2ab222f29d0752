import { number } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import type { Sum } from '#resources/price/price.ts';

const yuanOf = (micros: number): number => micros / 1_000_000;

const costs = ['OriginalCost', 'CostAfterDiscount', 'InvoiceDiscount', 'UnitPrice'] as const;

/** Amounts have decimals, whatever today's SDK models. */
export const ModuleDetails = { item: { fields: each(costs, number()) } } as const;

/** The amounts of an order. */
export const amounts = ['OriginalPrice', 'TradePrice', 'DiscountPrice'] as const;

/** What a module costs. The discount is what is taken off. */
export function moduleDetail(ModuleCode: string, { listed, paid }: Sum, unitPrice = 0) {
  return {
    ModuleCode,
    OriginalCost: yuanOf(listed),
    CostAfterDiscount: yuanOf(paid),
    InvoiceDiscount: yuanOf(listed - paid),
    UnitPrice: yuanOf(unitPrice),
  };
}

/** The sum of an order. */
export function orderPrice({ listed, paid }: Sum) {
  return {
    OriginalPrice: yuanOf(listed),
    TradePrice: yuanOf(paid),
    DiscountPrice: yuanOf(listed - paid),
  };
}

/** What every answer of this service has around its data. */
export function answered<T>(Data: T) {
  return { Code: 'Success', Message: 'Successful!', Success: true, Data };
}
