import type { Reader } from '#store/store.ts';
import type { ReadScope } from '../scope.ts';
import { cidrOf } from './cidr-of-row.ts';
import type { Cidr } from './cidr.ts';
import { firstSubnetOf, subnetsByTables, subnetsByVpcs } from './table.ts';

/** Whether the network has any subnet, in whichever zone. */
export async function hasSubnets(reader: Reader, vpc: string): Promise<boolean> {
  return (await reader.first(firstSubnetOf, { vpc })) !== undefined;
}

/** The keys of the subnets that the asker sees of up to 1,024 networks, by network. */
export async function subnetsOfVpcs(
  scope: ReadScope,
  vpcs: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (vpcs.length === 0) return new Map();
  const rows = await scope.db.all(subnetsByVpcs, { vpcs });
  const shown = rows.filter(({ zone }) => scope.sees(zone));
  const byVpc = Map.groupBy(shown, ({ vpc }) => vpc);
  return new Map([...byVpc].map(([vpc, those]) => [vpc, those.map(({ key }) => key)]));
}

/** The keys of the subnets that the asker sees of up to 1,024 route tables, by table. */
export async function subnetsOfTables(
  scope: ReadScope,
  tables: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (tables.length === 0) return new Map();
  const rows = await scope.db.all(subnetsByTables, { tables });
  const shown = rows.filter(({ zone }) => scope.sees(zone));
  const byTable = Map.groupBy(shown, ({ route_table: table }) => table);
  return new Map([...byTable].map(([table, those]) => [table, those.map(({ key }) => key)]));
}

/** The blocks of all subnets of a network, in whichever zone. */
export async function subnetBlocks(reader: Reader, vpc: string): Promise<readonly Cidr[]> {
  const rows = await reader.all(subnetsByVpcs, { vpcs: [vpc] });
  return rows.map(({ cidr }) => cidrOf(cidr));
}

/** Whether any subnet, in whichever zone, is associated with the route table. */
export async function hasSubnetsOfTable(reader: Reader, table: string): Promise<boolean> {
  return (await reader.all(subnetsByTables, { tables: [table] })).length > 0;
}

/** Keys and blocks of the subnets of networks, in whichever zone, by network. */
export async function subnetsWithBlocks(
  reader: Reader,
  vpcs: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyArray<{ readonly key: string; readonly cidr: string }>>> {
  if (vpcs.length === 0) return new Map();
  const rows = await reader.all(subnetsByVpcs, { vpcs: [...new Set(vpcs)] });
  return Map.groupBy(rows, ({ vpc }) => vpc);
}
