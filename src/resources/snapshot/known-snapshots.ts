import type { Reader } from '#store/store.ts';
import { snapshotsByKeys } from './table.ts';

/** Those of the keys that are of snapshots, whatever state these are in. */
export async function knownSnapshots(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await reader.all(snapshotsByKeys, { keys })).map(({ key }) => key));
}
