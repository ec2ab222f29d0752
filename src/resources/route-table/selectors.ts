import type { RouteRow } from '#store/schema/route-table.ts';
import { routeFaults } from './route-faults.ts';

/** Which route is meant; by its destination also through which next hop, where that is told. */
export type RouteSelector =
  | { readonly key: string }
  | { readonly number: number }
  | { readonly destination: string; readonly hop?: string | undefined };

/** The rows that selectors mean, in their order. @throws route.notFound, route.namedTwice */
export function selectedRoutes(
  rows: readonly RouteRow[],
  selectors: readonly RouteSelector[],
  table: string,
): readonly RouteRow[] {
  const found = selectors.map((selector) => {
    const row = rows.find((one) => isMeant(one, selector));
    if (row === undefined) throw routeFaults.notFound({ 'route-table': table });
    return row;
  });
  if (new Set(found).size < found.length) throw routeFaults.namedTwice();
  return found;
}

/** Whether a selector means that row. */
export function isMeant(row: RouteRow, selector: RouteSelector): boolean {
  if ('key' in selector) return row.key === selector.key;
  if ('number' in selector) return row.seq === selector.number;
  const { destination, hop } = selector;
  return row.destination === destination && (hop === undefined || row.next_hop === hop);
}
