import { integerOf } from '#kernel/ids.ts';

/** OrderId of an order by its key; nothing where nothing was bought. */
export function orderId(key: string | null): { readonly OrderId?: string } {
  return key === null ? {} : { OrderId: String(integerOf(key)) };
}
