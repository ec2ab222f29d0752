import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import { imagesBySnapshots } from './own-table.ts';

/** An image that a snapshot is behind. */
export interface ImageOfSnapshot {
  readonly image: Key<'image'>;
  readonly name: string;
  readonly region: string;
}

/** The images behind which up to 1,024 snapshots are, by snapshot. */
export async function imagesOfSnapshots(
  reader: Reader,
  snapshots: ReadonlyArray<Key<'snapshot'>>,
): Promise<ReadonlyMap<string, readonly ImageOfSnapshot[]>> {
  if (snapshots.length === 0) return new Map();
  const rows = await reader.all(imagesBySnapshots, { snapshots });
  return Map.groupBy(rows, ({ snapshot }) => snapshot ?? '');
}
