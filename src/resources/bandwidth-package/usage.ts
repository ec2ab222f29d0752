import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { isPackageInUse } from '../instance/usage.ts';

/** Whether a package has addresses in it. */
export function hasAddresses(reader: Reader, key: Key<'bandwidth-package'>): Promise<boolean> {
  return isPackageInUse(reader, key);
}
