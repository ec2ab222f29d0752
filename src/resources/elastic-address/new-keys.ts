import type { Key } from '#kernel/key.ts';
import { newKey } from '#kernel/ids.ts';
import type { Scope } from '../scope.ts';
import { takenAddressKeys } from './table.ts';

/** Keys that no address has, nor an instance: a collision is drawn again (D13). */
export async function newAddressKeys(
  { db, cloud }: Pick<Scope, 'db' | 'cloud'>,
  count: number,
): Promise<ReadonlyArray<Key<'elastic-address'>>> {
  const keys = new Set<string>();
  while (keys.size < count) {
    while (keys.size < count) keys.add(newKey(cloud.random));
    for (const { key } of await db.all(takenAddressKeys, { keys: [...keys] })) keys.delete(key);
  }
  return [...keys];
}
