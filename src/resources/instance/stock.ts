import type { Stock, StockKind, StockQuery } from '#drivers/driver.ts';
import { addToCounter, readCounters } from '#store/counters.ts';
import type { ReadScope, Scope } from '../scope.ts';

/** How many of those asked for the stock allows; they are booked. */
export interface Stocked {
  readonly count: number;
  /** Which kind of limit leaves the fewest. */
  readonly limits: StockKind;
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
  const { count, limits } = leastLeft(stocks, await usedOf(scope, stocks), wanted.count);
  const add = async (delta: number): Promise<void> => {
    for (const { entry, limit } of stocks) {
      const counter = { ...STOCK, name: entry, limit };
      if (await addToCounter(scope.db, counter, delta)) continue;
      throw new Error(`The stock ${entry} changed under the booking.`);
    }
  };
  if (count < wanted.countMin) return { count, limits, giveBack: async () => {} };
  await add(count);
  return { count, limits, giveBack: (back) => add(-back) };
}

/** The widest kind first, since it is the one to name where two leave equally few. */
const WIDEST_FIRST: readonly StockKind[] = ['zone', 'charge', 'type'];

/** Up to how many of something are left, and which kind of limit leaves the fewest. */
export interface StockLeft {
  readonly count: number;
  readonly limits: StockKind;
}

/** Tells what is left for any launch, up to `most`; the store is read once for all questions. */
export async function stockReader(
  scope: ReadScope,
): Promise<(query: StockQuery, most: number) => StockLeft> {
  const used = await readCounters(scope.db, STOCK);
  return (query, most) => leastLeft(scope.cloud.supply.stock(query), used, most);
}

/** What is used of stocks; nothing is read where there are none. */
async function usedOf({ db }: ReadScope, stocks: readonly Stock[]): Promise<Used> {
  return stocks.length === 0 ? new Map() : readCounters(db, STOCK);
}

type Used = ReadonlyMap<string, number>;

/** What the tightest of some stocks leaves, and of which kind that is. */
function leastLeft(stocks: readonly Stock[], used: Used, most: number): StockLeft {
  let least: StockLeft = { count: most, limits: 'type' };
  for (const kind of WIDEST_FIRST) {
    for (const { entry, limit, limits } of stocks) {
      const left = Math.max(limit - (used.get(entry) ?? 0), 0);
      if (limits === kind && left < least.count) least = { count: left, limits };
    }
  }
  return least;
}

/**
 * The zones among those given in which nothing is sold: closed to those who launch through that
 * catalogue's vendor, without a host that is up, or out of a stock that all of the zone shares.
 */
export async function soldOutZones(
  scope: ReadScope,
  vendor: string,
  zones: readonly string[],
): Promise<ReadonlySet<string>> {
  const soldOut = new Set<string>();
  for (const zone of zones) {
    const stocks = scope.cloud.supply.stock({ zone });
    const used = await usedOf(scope, stocks);
    if (isClosed(scope, vendor, zone) || leastLeft(stocks, used, 1).count === 0) {
      soldOut.add(zone);
    }
  }
  return soldOut;
}

/** Whether a zone has no machines at all for those who launch through that catalogue's vendor. */
export function isClosed({ cloud }: ReadScope, vendor: string, zone: string): boolean {
  return cloud.catalogue.zoneSoldOut(vendor, zone) || !cloud.supply.isUp(zone);
}
