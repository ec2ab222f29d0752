import type { Reader } from '#store/store.ts';
import { ownImagesByKeys } from './own-table.ts';

/** Those of the keys that are of images made in the cloud, whatever state these are in. */
export async function knownImages(
  reader: Reader,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await reader.all(ownImagesByKeys, { keys })).map(({ key }) => key));
}
