import type { Key } from '#kernel/key.ts';
import type { Reader, Tx } from '#store/store.ts';
import { returnAddresses } from '../address/range.ts';
import type { AddressQuality, HeldAddress, NetworkInterface } from './network-interface.ts';
import { addressesByInterfaces, deleteAddressesOf } from './table.ts';

/** The IPv4 addresses of up to 1,024 interfaces, by key, the first one of each first. */
export async function addressesOf(
  reader: Reader,
  interfaces: readonly NetworkInterface[],
): Promise<ReadonlyMap<string, readonly HeldAddress[]>> {
  const keys = interfaces.map(({ key }) => key);
  const rows = keys.length === 0 ? [] : await reader.all(addressesByInterfaces, { keys });
  const others = Map.groupBy(rows, ({ network_interface: key }) => key as string);
  return new Map(
    interfaces.map(({ key, address, note, quality }) => [
      key,
      [
        { address, isPrimary: true, note, quality },
        ...(others.get(key) ?? []).map((row) => ({
          address: row.address,
          isPrimary: false,
          note: row.note,
          quality: row.quality as AddressQuality,
        })),
      ],
    ]),
  );
}

/** Those of one interface. */
export async function addressesOfOne(
  reader: Reader,
  one: NetworkInterface,
): Promise<readonly HeldAddress[]> {
  return (await addressesOf(reader, [one])).get(one.key) ?? [];
}

/** The position behind the addresses that an interface has. */
export async function nextPosition(reader: Reader, key: Key<'network-interface'>): Promise<number> {
  const known = await reader.all(addressesByInterfaces, { keys: [key] });
  return (known.at(-1)?.position ?? 0) + 1;
}

/** An address that an interface gets. */
export interface NewAddress {
  readonly address: number;
  readonly note?: string | null | undefined;
  readonly quality?: AddressQuality | undefined;
}

/** Writes down addresses, taken before, behind those that the interface has. */
export async function addAddresses(
  tx: Tx,
  { key, subnet }: Pick<NetworkInterface, 'key' | 'subnet'>,
  added: readonly NewAddress[],
): Promise<void> {
  if (added.length === 0) return;
  const first = await nextPosition(tx, key);
  await tx.insert(
    'interface_addresses',
    added.map(({ address, note = null, quality = null }, at) => ({
      address,
      subnet,
      network_interface: key,
      position: first + at,
      note,
      quality,
    })),
  );
}

/** Takes all addresses but the first from interfaces that go, and gives them back. */
export async function dropAddresses(
  tx: Tx,
  keys: ReadonlyArray<Key<'network-interface'>>,
): Promise<void> {
  const rows = await tx.all(deleteAddressesOf, { keys });
  for (const [subnet, those] of Map.groupBy(rows, (row) => row.subnet)) {
    await returnAddresses(
      tx,
      subnet,
      those.map(({ address }) => address),
    );
  }
}
