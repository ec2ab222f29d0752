import type { Key } from '#kernel/key.ts';
import type { Reader } from '#store/store.ts';
import type { Scope } from '../scope.ts';

/** An image that is made from a snapshot. */
export interface ImageOfSnapshot {
  readonly image: Key<'image'>;
  readonly name: string;
}

/** The images that are made from snapshots: none is yet. */
export function imagesOfSnapshots(
  _reader: Reader,
  _keys: ReadonlyArray<Key<'snapshot'>>,
): Promise<ReadonlyMap<Key<'snapshot'>, readonly ImageOfSnapshot[]>> {
  return Promise.resolve(new Map());
}

/** Deletes the images that are made from snapshots. */
export function deleteImagesOfSnapshots(
  _scope: Scope,
  _keys: ReadonlyArray<Key<'snapshot'>>,
): Promise<void> {
  return Promise.resolve();
}
