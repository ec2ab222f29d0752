import type { Reader, Tx } from '#store/store.ts';
import type { ReadScope } from '../scope.ts';
import { cidrOf } from './cidr-of-row.ts';
import { containsAddress, type Cidr } from './cidr.ts';
import { subnetOf, type Subnet } from './subnet.ts';
import {
  firstSubnetOf,
  ipv6BlocksByVpc,
  setNetworkAclOfSubnets,
  subnetNames,
  subnetsByAcls,
  subnetsByTables,
  subnetsByVpcs,
} from './table.ts';

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

/** The IPv6 blocks of a network's subnets. */
export function ipv6BlocksOf(reader: Reader, vpc: string) {
  return reader.all(ipv6BlocksByVpc, { vpc });
}

/** The subnets, in whichever zone, of up to 1,024 network ACLs. */
export async function subnetsOfAcls(
  reader: Reader,
  acls: readonly string[],
): Promise<readonly Subnet[]> {
  if (acls.length === 0) return [];
  return (await reader.all(subnetsByAcls, { acls })).map(subnetOf);
}

/** Lets a network ACL filter subnets, or none. */
export async function setNetworkAcl(tx: Tx, keys: readonly string[], acl: string | null) {
  if (keys.length > 0) await tx.run(setNetworkAclOfSubnets, { keys, acl });
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

/** The subnet of a network that has the first of some addresses, as far as the asker sees any. */
export async function subnetAround(
  scope: ReadScope,
  vpc: string,
  [first]: readonly number[],
): Promise<string | undefined> {
  const rows = first === undefined ? [] : await scope.db.all(subnetsByVpcs, { vpcs: [vpc] });
  const around = rows.find(
    ({ cidr, zone }) => scope.sees(zone) && containsAddress(cidrOf(cidr), first ?? 0),
  );
  return around?.key;
}

/** The names of subnets, by key; null of one that none was given. */
export async function namesOfSubnets(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.all(subnetNames, { keys });
  return new Map(rows.map(({ key, name }) => [key, name]));
}
