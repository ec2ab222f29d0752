import type { Reader } from '#store/store.ts';
import { routeOf, type Route } from './route-table.ts';
import { routesOfTables, routeTablesOfVpcs, routeToOne } from './table.ts';

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

/** Whether a route leads to one of up to 1,024 instances. */
export async function isNextHop(reader: Reader, instances: readonly string[]): Promise<boolean> {
  if (instances.length === 0) return false;
  return (await reader.first(routeToOne, { hops: instances })) !== undefined;
}

/** Whether users made routes in one of up to 1,024 tables. */
export async function hasRoutes(reader: Reader, tables: readonly string[]): Promise<boolean> {
  return (await routesOf(reader, tables)).size > 0;
}

/** Where the routes lead that users made in the tables of a network. */
export async function destinationsOfVpc(reader: Reader, vpc: string): Promise<readonly string[]> {
  const tables = (await tablesOfVpcs(reader, [vpc])).get(vpc) ?? [];
  const routes = await routesOf(reader, tables);
  return [...routes.values()].flat().map(({ destination }) => destination);
}
