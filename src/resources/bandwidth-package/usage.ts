import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { addressesOfPackages } from '../elastic-address/require.ts';
import { instancesOfPackages } from '../instance/usage.ts';

/** A public address in a package. */
export interface PackageMember {
  readonly key: Key<'elastic-address'>;
  readonly address: number;
}

/** Addresses of packages by their keys: elastic ones, and the ordinary ones of instances. */
export async function membersOf(
  reader: Reader,
  packages: ReadonlyArray<Key<'bandwidth-package'>>,
): Promise<ReadonlyMap<string, readonly PackageMember[]>> {
  const elastic = await addressesOfPackages(reader, packages);
  const instances = await instancesOfPackages(reader, packages);
  const entries = packages.map((key): readonly [string, readonly PackageMember[]] => {
    const own = elastic.get(key) ?? [];
    const known = new Set(own.map(({ address }) => address));
    const ordinary = (instances.get(key) ?? []).filter(({ address }) => !known.has(address));
    return [key, [...own, ...ordinary]];
  });
  return new Map(entries);
}

/** Whether a package has addresses in it. */
export async function hasAddresses(
  reader: Reader,
  key: Key<'bandwidth-package'>,
): Promise<boolean> {
  return ((await membersOf(reader, [key])).get(key) ?? []).length > 0;
}
