import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { interfaceOf } from './interface-row.ts';
import type { NetworkInterface } from './network-interface.ts';
import { interfacesByInstances, interfacesByKeys } from './table.ts';

/** Interfaces by their keys, whosever they are; one that is gone is absent. */
export async function interfacesOfKeys(
  reader: Reader,
  keys: ReadonlyArray<Key<'network-interface'>>,
): Promise<ReadonlyMap<string, NetworkInterface>> {
  const rows = keys.length === 0 ? [] : await reader.all(interfacesByKeys, { keys });
  return new Map(rows.map((row) => [row.key as string, interfaceOf(row)]));
}

/** The interfaces of instances, by the instance's key, the primary one of each first. */
export async function interfacesOfInstances(
  reader: Reader,
  instances: ReadonlyArray<Key<'instance'>>,
): Promise<ReadonlyMap<string, readonly NetworkInterface[]>> {
  const rows = instances.length === 0 ? [] : await reader.all(interfacesByInstances, { instances });
  return Map.groupBy(rows.map(interfaceOf), ({ instance }) => instance as string);
}
