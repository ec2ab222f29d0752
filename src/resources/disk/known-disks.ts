import type { Reader } from '#store/store.ts';
import { disksByKeys } from './table.ts';

/** Those of the keys that are of disks, whatever state these are in. */
export async function knownDisks(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await reader.all(disksByKeys, { keys })).map(({ key }) => key));
}
