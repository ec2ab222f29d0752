import { integerOf } from '#kernel/ids.ts';
import type { Bought } from '#resources/instance/verbs/launch.ts';

/** OrderId and TradePrice of a launch, in yuan; nothing where it is paid by use. */
export function orderOf({ order }: Bought) {
  if (order === null) return {};
  return { ...orderId(order.key), TradePrice: order.microYuan / 1_000_000 };
}

/** OrderId of an order by its key; nothing where nothing was bought. */
export function orderId(key: string | null): { readonly OrderId?: string } {
  return key === null ? {} : { OrderId: String(integerOf(key)) };
}
