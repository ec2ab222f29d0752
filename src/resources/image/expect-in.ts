import type { Key } from '#kernel/key.ts';
import type { Store } from '#store/store.ts';
import { expectImage, ownImagesByKeys } from './own-table.ts';

/**
 * Writes down once when an image should be there, from which its progress is reckoned: a driver
 * tells what is left when it is asked first, and is asked again and again.
 */
export async function expectIn(
  store: Store,
  key: Key<'image'>,
  { now, ms }: { readonly now: number; readonly ms: number },
): Promise<void> {
  const row = await store.read((reader) => reader.first(ownImagesByKeys, { keys: [key] }));
  if (row === undefined || row.expected_at > row.created_at) return;
  await store.write((tx) => tx.run(expectImage, { key, expectedAt: now + ms }));
}
