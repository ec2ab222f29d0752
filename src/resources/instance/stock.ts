import type { StockQuery } from '#drivers/driver.ts';
import { addToCounter, readCounters } from '#store/counters.ts';
import type { Scope } from '../scope.ts';

/** How many of those asked for the stock allows; they are booked. */
export interface Stocked {
  readonly count: number;
  /** Gives that many back, in the same transaction. */
  giveBack(count: number): Promise<void>;
}

/** Counters of the whole cloud, not of one account. */
const STOCK = { account: '', scope: 'stock' };

/** Takes up to `count` from every stock such a launch falls under, or nothing below `countMin`. */
export async function takeStock(
  scope: Scope,
  query: StockQuery,
  wanted: { readonly count: number; readonly countMin: number },
): Promise<Stocked> {
  const stocks = scope.cloud.supply.stock(query);
  if (stocks.length === 0) return { count: wanted.count, giveBack: async () => {} };
  const used = await readCounters(scope.db, STOCK);
  let { count } = wanted;
  for (const { entry, limit } of stocks) {
    count = Math.min(count, Math.max(limit - (used.get(entry) ?? 0), 0));
  }
  const add = async (delta: number): Promise<void> => {
    for (const { entry, limit } of stocks) {
      const counter = { ...STOCK, name: entry, limit };
      if (await addToCounter(scope.db, counter, delta)) continue;
      throw new Error(`The stock ${entry} changed under the booking.`);
    }
  };
  if (count < wanted.countMin) return { count, giveBack: async () => {} };
  await add(count);
  return { count, giveBack: (back) => add(-back) };
}
