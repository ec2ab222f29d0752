import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { addressesOf, addressesOfPackages } from '../elastic-address/require.ts';
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
  const keys = [...instances.values()].flat().map(({ key }) => key);
  const bound = await addressesOf(reader, 'instance', keys);
  // An instance that has an elastic address has none of its own in the package.
  const isOrdinary = (key: string) =>
    (bound.get(key) ?? []).some(({ kind }) => kind === 'ordinary');
  const entries = packages.map((key): readonly [string, readonly PackageMember[]] => {
    const ordinary = (instances.get(key) ?? []).filter((one) => isOrdinary(one.key));
    return [key, [...(elastic.get(key) ?? []), ...ordinary]];
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
