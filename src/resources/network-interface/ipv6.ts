import type { Key } from '#kernel/key.ts';
import type { InterfaceIpv6Row } from '#store/schema/network-interface.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Scope } from '../scope.ts';
import { subnetFaults } from '../subnet/faults.ts';
import { containsIpv6, formatIpv6, keptIpv6Block, parseIpv6 } from '../subnet/ipv6.ts';
import type { Subnet } from '../subnet/subnet.ts';
import { networkInterfaceFaults } from './faults.ts';
import { ipv6ByAddresses, ipv6ByInterfaces, ipv6BySubnets } from './ipv6-table.ts';
import type { NetworkInterface } from './network-interface.ts';

/** An IPv6 address of an interface. Its text is the shortest one (RFC 5952), and its only name. */
export interface HeldIpv6 {
  readonly address: string;
  readonly interface: Key<'network-interface'>;
  readonly subnet: Key<'subnet'>;
  readonly note: string | null;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** An address that an interface is to have. */
export interface NewIpv6 {
  readonly address: string;
  readonly note?: string | null | undefined;
}

/** Which addresses an interface is to have. */
export interface Ipv6Wanted {
  readonly addresses: readonly NewIpv6[];
  /** How many more, whichever are free. */
  readonly count: number;
}

function heldIpv6(row: InterfaceIpv6Row): HeldIpv6 {
  const { address, subnet, note, network_interface: key, created_at: createdAt } = row;
  return { address, interface: key, subnet, note, createdAt };
}

/** The IPv6 addresses of up to 1,024 interfaces, by key, in their order. */
export async function ipv6AddressesOf(
  reader: Reader,
  keys: ReadonlyArray<Key<'network-interface'>>,
): Promise<ReadonlyMap<string, readonly HeldIpv6[]>> {
  const rows = keys.length === 0 ? [] : await reader.all(ipv6ByInterfaces, { keys });
  return Map.groupBy(rows.map(heldIpv6), (one) => one.interface as string);
}

/** Which interfaces have these addresses, whosever they are. */
export async function findIpv6(
  reader: Reader,
  addresses: readonly string[],
): Promise<readonly HeldIpv6[]> {
  if (addresses.length === 0) return [];
  return (await reader.all(ipv6ByAddresses, { addresses })).map(heldIpv6);
}

/** All that interfaces have of up to 1,024 subnets. */
export async function ipv6OfSubnets(
  reader: Reader,
  subnets: ReadonlyArray<Key<'subnet'>>,
): Promise<readonly HeldIpv6[]> {
  if (subnets.length === 0) return [];
  return (await reader.all(ipv6BySubnets, { subnets })).map(heldIpv6);
}

/** The shortest text of an address. @throws network-interface.ipv6Malformed */
export function ipv6Text(text: string): string {
  const address = parseIpv6(text);
  if (address === undefined) throw networkInterfaceFaults.ipv6Malformed();
  return formatIpv6(address);
}

/**
 * Gives an interface addresses of the block of its subnet. Answers those.
 * @throws subnet.noIpv6, network-interface.ipv6Outside, network-interface.ipv6InUse
 */
export async function takeIpv6(
  scope: Scope,
  { key, subnet: of }: { readonly key: Key<'network-interface'>; readonly subnet: Subnet },
  { addresses: named, count }: Ipv6Wanted,
): Promise<readonly HeldIpv6[]> {
  const { db, now: createdAt } = scope;
  const { key: subnet, ipv6Block } = of;
  if (named.length + count === 0) return [];
  if (ipv6Block === '') throw subnetFaults.noIpv6({ subnet });
  const block = keptIpv6Block(ipv6Block);
  for (const { address } of named) {
    const number = parseIpv6(address);
    // The first one of a block is that of its routers (RFC 4291, 2.6.1).
    const isWithin = number !== undefined && containsIpv6(block, number);
    if (!isWithin || number === block.network) throw networkInterfaceFaults.ipv6Outside({ subnet });
  }
  const texts = named.map(({ address }) => address);
  if ((await findIpv6(db, texts)).length > 0) throw networkInterfaceFaults.ipv6InUse({ subnet });
  const free = await freeOnes(scope, block.network, { count, not: texts });
  const known = (await ipv6AddressesOf(db, [key])).get(key)?.length ?? 0;
  const added = [...named, ...free.map((address): NewIpv6 => ({ address }))];
  const held = added.map(({ address, note = null }): HeldIpv6 => ({
    address,
    interface: key,
    subnet,
    note,
    createdAt,
  }));
  await db.insert(
    'interface_ipv6_addresses',
    held.map(({ address, note }, at) => ({
      address,
      subnet,
      network_interface: key,
      position: known + at,
      note,
      created_at: createdAt,
    })),
  );
  return held;
}

/** Addresses are drawn, so that none tells of another; one that is taken is drawn again. */
async function freeOnes(
  { db, cloud }: Scope,
  network: bigint,
  { count, not }: { readonly count: number; readonly not: readonly string[] },
): Promise<readonly string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    while (free.size < count) {
      const bytes = Buffer.from(cloud.random.bytes(8));
      const address = formatIpv6(network | bytes.readBigUInt64BE());
      if (address !== formatIpv6(network) && !not.includes(address)) free.add(address);
    }
    for (const { address } of await findIpv6(db, [...free])) free.delete(address);
  }
  return [...free];
}

/** Whether any of the interfaces has an IPv6 address. */
export async function haveIpv6(
  reader: Reader | Tx,
  interfaces: ReadonlyArray<Pick<NetworkInterface, 'key'>>,
): Promise<boolean> {
  const held = await ipv6AddressesOf(
    reader,
    interfaces.map(({ key }) => key),
  );
  return held.size > 0;
}
