import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import type { ReadScope } from '../scope.ts';
import type { ElasticAddress, HolderKind } from './elastic-address.ts';
import { elasticAddressFaults } from './faults.ts';
import { elasticAddressOf } from './row.ts';
import {
  addressesHeldBy,
  addressesInPackages,
  ownAddressesByKeys,
  ownAddressesByNumbers,
} from './table.ts';

/**
 * The addresses of these keys, in their order, each once.
 * @throws elastic-address.notFound for the first that the account does not have there
 */
export async function requireAddresses(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  keys: ReadonlyArray<Key<'elastic-address'>>,
  region: string | null,
): Promise<readonly ElasticAddress[]> {
  const rows = keys.length === 0 ? [] : await db.all(ownAddressesByKeys, { account, keys });
  const byKey = new Map(rows.map((row) => [row.key as string, row]));
  return [...new Set(keys)].map((key) => {
    const row = byKey.get(key);
    if (row === undefined || row.region !== (region ?? row.region)) {
      throw elasticAddressFaults.notFound({ 'elastic-address': key });
    }
    return elasticAddressOf(row);
  });
}

/** The one address of this key. @throws elastic-address.notFound */
export async function requireAddress(
  scope: Pick<ReadScope, 'db' | 'account'>,
  key: Key<'elastic-address'>,
  region: string | null,
): Promise<ElasticAddress> {
  const [address] = await requireAddresses(scope, [key], region);
  if (address === undefined) throw elasticAddressFaults.notFound({ 'elastic-address': key });
  return address;
}

/** Those of the account that are one of these IPv4 addresses (integers), in whatever order. */
export async function addressesByNumbers(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  addresses: readonly number[],
): Promise<readonly ElasticAddress[]> {
  if (addresses.length === 0) return [];
  return (await db.all(ownAddressesByNumbers, { account, addresses })).map(elasticAddressOf);
}

/** What is bound to holders of one of these kinds, by their keys, oldest first. */
export async function addressesOf(
  reader: Reader,
  kinds: HolderKind | readonly HolderKind[],
  holders: readonly string[],
): Promise<ReadonlyMap<string, readonly ElasticAddress[]>> {
  if (holders.length === 0) return new Map();
  const asked = typeof kinds === 'string' ? [kinds] : kinds;
  const rows = await reader.all(addressesHeldBy, { kinds: asked, holders });
  return Map.groupBy(rows.map(elasticAddressOf), ({ holder }) => holder?.key ?? '');
}

/** What is in bandwidth packages, by their keys, oldest first. */
export async function addressesOfPackages(
  reader: Reader,
  packages: ReadonlyArray<Key<'bandwidth-package'>>,
): Promise<ReadonlyMap<string, readonly ElasticAddress[]>> {
  if (packages.length === 0) return new Map();
  const rows = await reader.all(addressesInPackages, { packages });
  return Map.groupBy(rows.map(elasticAddressOf), (address) => address.package ?? '');
}

/** The same by their keys, where some may not be there: those are left out. */
export async function addressesThere(
  { db, account }: Pick<ReadScope, 'db' | 'account'>,
  keys: ReadonlyArray<Key<'elastic-address'>>,
  region: string | undefined,
): Promise<ReadonlyMap<string, ElasticAddress>> {
  const rows = keys.length === 0 ? [] : await db.all(ownAddressesByKeys, { account, keys });
  const here = rows.filter((row) => region === undefined || row.region === region);
  return new Map(here.map((row) => [row.key as string, elasticAddressOf(row)]));
}

/** The elastic addresses that instances have at their first private ones, by instance. */
export async function elasticAddressesOf(
  reader: Reader,
  instances: ReadonlyArray<{ readonly key: string; readonly publicAddress: number | null }>,
): Promise<ReadonlyMap<string, ElasticAddress>> {
  const keys = instances.flatMap((one) => (one.publicAddress === null ? [] : one.key));
  const bound = await addressesOf(reader, 'instance', keys);
  const all = [...bound.values()].flat().filter(({ kind }) => kind === 'elastic');
  return new Map(all.map((address) => [address.holder?.key ?? '', address]));
}
