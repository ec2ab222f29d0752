import type { InstanceRow } from '#store/schema/instance.ts';
import type { InterfaceAddressRow, NetworkInterfaceRow } from '#store/schema/network-interface.ts';
import { containsIpv6, formatIpv6, parseIpv6, parseIpv6Block } from '#resources/subnet/ipv6.ts';
import type { Reader } from '#store/store.ts';

interface Books {
  readonly instances: readonly InstanceRow[];
  readonly interfaces: readonly NetworkInterfaceRow[];
  readonly interfaceAddresses: readonly InterfaceAddressRow[];
  readonly counters: ReadonlyArray<{ account: string; scope: string; used: number }>;
}

const ATTACHED = ['attaching', 'in-use', 'detaching'];

/**
 * That each instance that holds anything has its primary interface, which says of it what it says
 * itself; that every other is attached to an instance that is there, in its network and zone and at
 * a place of its own, or to none; and that they are counted.
 */
export function auditInterfaces(books: Books): readonly string[] {
  const { instances, interfaces, interfaceAddresses } = books;
  const holders = new Map(
    instances
      .filter(({ state }) => state !== 'launch-failed')
      .map((row) => [row.key as string, row] as const),
  );
  const primary = new Map(
    interfaces
      .filter((row) => row.is_primary === 1)
      .map((row) => [row.key as string, row] as const),
  );
  const problems: string[] = [];
  for (const [key, instance] of holders) {
    const own = primary.get(key);
    primary.delete(key);
    if (JSON.stringify(own && placeOf(own)) === JSON.stringify(placeOfInstance(instance))) continue;
    problems.push(`Instance ${key} has not the primary interface that it says.`);
  }
  for (const key of primary.keys()) problems.push(`The primary interface ${key} is left.`);
  for (const row of interfaces.filter((each) => each.is_primary === 0)) {
    problems.push(...auditSecondary(row, holders));
  }
  const places = interfaces.map((row) => `${row.instance} ${row.device_index}`);
  for (const [at, { key, instance }] of interfaces.entries()) {
    if (instance === null || places.indexOf(places[at] ?? '') === at) continue;
    problems.push(`Interface ${key} has a place that is taken.`);
  }
  const there = new Map(interfaces.map((row) => [row.key as string, row.subnet] as const));
  for (const { address, subnet, network_interface: key, position } of interfaceAddresses) {
    // One that is kept for an interface may be of the subnet that it is to come into.
    if (position === 0 && there.has(key)) continue;
    if (there.get(key) !== subnet) problems.push(`Address ${address} is of ${key}, in ${subnet}.`);
  }
  return [...problems, ...auditCount(books)];
}

function placeOf(row: NetworkInterfaceRow) {
  const { account, region, zone, vpc, subnet, address, instance, device_index: index } = row;
  return [account, region, zone, vpc, subnet, address, instance, index, row.state];
}

function placeOfInstance(row: InstanceRow) {
  const { account, region, zone, vpc, subnet, private_ip: address, key } = row;
  return [account, region, zone, vpc, subnet, address, key, 0, 'in-use'];
}

function auditSecondary(
  row: NetworkInterfaceRow,
  holders: ReadonlyMap<string, InstanceRow>,
): readonly string[] {
  const { key, state, instance } = row;
  if ((instance !== null) !== ATTACHED.includes(state)) {
    return [`Interface ${key} is ${state}, of ${instance ?? 'none'}.`];
  }
  if (instance === null) return [];
  const holder = holders.get(instance);
  const isThere = holder?.vpc === row.vpc && holder.zone === row.zone;
  return isThere ? [] : [`Interface ${key} is attached to ${instance}, which is not there.`];
}

function auditCount({ interfaces, counters }: Books): readonly string[] {
  const found = Map.groupBy(
    interfaces.filter((row) => row.is_primary === 0),
    (row) => `${row.account} network-interfaces:${row.region}`,
  );
  const problems: string[] = [];
  for (const { account, scope, used } of counters) {
    if (!scope.startsWith('network-interfaces:')) continue;
    const count = found.get(`${account} ${scope}`)?.length ?? 0;
    if (used !== count) problems.push(`Counter ${account} ${scope}: ${used}, but ${count} rows.`);
    found.delete(`${account} ${scope}`);
  }
  for (const key of found.keys()) problems.push(`Counter ${key} is missing.`);
  return problems;
}

/** Every link of an interface with a group is of one that is there. */
export async function auditInterfaceLinks({ db }: Reader): Promise<readonly string[]> {
  const links = await db.selectFrom('interface_security_groups').selectAll().execute();
  const rows = await db
    .selectFrom('network_interfaces')
    .select('key')
    .where('is_primary', '=', 0)
    .execute();
  const there = new Set(rows.map(({ key }) => key));
  return links
    .filter(({ network_interface: key }) => !there.has(key))
    .map(({ network_interface: key, security_group: group }) => `${key} is gone, and in ${group}.`);
}

/** Every IPv6 address is one of the block of the subnet of its interface, which is there. */
export async function auditIpv6Addresses({ db }: Reader): Promise<readonly string[]> {
  const held = await db.selectFrom('interface_ipv6_addresses').selectAll().execute();
  const interfaces = await db.selectFrom('network_interfaces').select(['key', 'subnet']).execute();
  const subnets = await db.selectFrom('subnets').select(['key', 'ipv6_block']).execute();
  const subnetOf = new Map(interfaces.map(({ key, subnet }) => [key as string, subnet]));
  const blockOf = new Map(subnets.map(({ key, ipv6_block: block }) => [key as string, block]));
  const isRight = ({ address, subnet, network_interface: key }: (typeof held)[number]) => {
    const block = parseIpv6Block(blockOf.get(subnet) ?? '');
    const number = parseIpv6(address);
    if (block === undefined || number === undefined || subnetOf.get(key) !== subnet) return false;
    return containsIpv6(block, number) && formatIpv6(number) === address;
  };
  return held
    .filter((row) => !isRight(row))
    .map(({ address, network_interface: key }) => `The IPv6 address ${address} is of ${key}.`);
}

/** Interfaces on their way to an instance or from one. */
export async function unsettledInterfaces({ db }: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('network_interfaces')
    .select(['key', 'state'])
    .where('state', 'in', ['attaching', 'detaching'])
    .execute();
  return rows.map(({ key, state }) => `Interface ${key} is still ${state}.`);
}
