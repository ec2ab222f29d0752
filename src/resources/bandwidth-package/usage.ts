import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { addressesOfPackages } from '../elastic-address/require.ts';
import { isPackageInUse } from '../instance/usage.ts';

/** Whether a package has addresses in it, or is to pay for those of an instance. */
export async function hasAddresses(
  reader: Reader,
  key: Key<'bandwidth-package'>,
): Promise<boolean> {
  if (await isPackageInUse(reader, key)) return true;
  return (await addressesOfPackages(reader, [key])).size > 0;
}
