import type { Reader } from '#store/store.ts';
import { routeOf, type Route } from './route-table.ts';
import { routesOfTables, routeTablesOfVpcs } from './table.ts';

/** The keys of the route tables of up to 1,024 networks, the main one first, by network. */
export async function tablesOfVpcs(
  reader: Reader,
  vpcs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (vpcs.length === 0) return new Map();
  const rows = await reader.all(routeTablesOfVpcs, { vpcs });
  const byVpc = Map.groupBy(rows, ({ vpc }) => vpc);
  return new Map([...byVpc].map(([vpc, those]) => [vpc, those.map(({ key }) => key)]));
}

/** The routes that users made in up to 1,024 tables, oldest first, by table. */
export async function routesOf(
  reader: Reader,
  tables: readonly string[],
): Promise<ReadonlyMap<string, readonly Route[]>> {
  if (tables.length === 0) return new Map();
  const rows = await reader.all(routesOfTables, { tables });
  return Map.groupBy(rows.map(routeOf), ({ table }) => table);
}
