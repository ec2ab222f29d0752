import type { StockQuery } from '#drivers/driver.ts';
import type { ReadScope } from '../scope.ts';
import { isClosed, type StockLeft, stockReader } from './stock.ts';

/** Tells what a launch would find of a type in a zone, up to `most`. */
export type Availability = (query: StockQuery, most: number) => StockLeft;

/**
 * What those who launch through a vendor would find, told by one look at the store. A zone that is
 * closed to them has nothing.
 */
export async function availabilityOf(scope: ReadScope, vendor: string): Promise<Availability> {
  const left = await stockReader(scope);
  const closed = new Map<string, boolean>();
  return (query, most) => {
    const { zone } = query;
    const isShut = closed.get(zone) ?? isClosed(scope, vendor, zone);
    closed.set(zone, isShut);
    return isShut ? { count: 0, limits: 'zone' } : left(query, most);
  };
}
