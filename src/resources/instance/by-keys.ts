import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { instanceOf } from './instance-row.ts';
import type { Instance } from './instance.ts';
import { instancesByKeys } from './table.ts';

/** Instances by their keys, whosever they are; one that is gone is absent. */
export async function instancesOfKeys(
  reader: Reader,
  keys: ReadonlyArray<Key<'instance'>>,
): Promise<ReadonlyMap<Key<'instance'>, Instance>> {
  const rows = keys.length === 0 ? [] : await reader.all(instancesByKeys, { keys });
  return new Map(rows.map((row) => [row.key, instanceOf(row)] as const));
}
