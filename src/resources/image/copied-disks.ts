import type { Key } from '#kernel/key.ts';
import type { Scope } from '../scope.ts';
import { copySnapshot, requireCopyable } from '../snapshot/verbs/copy-snapshot.ts';
import { verb } from '../verb.ts';
import type { ImageDisk, OwnImage } from './own-image.ts';
import { disksOfOwnImages } from './own-images.ts';

interface Destination {
  readonly region: string;
  /** What the snapshots are called. */
  readonly name: string;
}

/**
 * The disks of a copy of an image: its snapshots are copied with it to another region. In the same
 * one, or of another account, a copy has none.
 */
export const copiedDisks = verb(
  [requireCopyable, copySnapshot],
  async (
    scope: Scope,
    source: OwnImage,
    { region, name }: Destination,
  ): Promise<readonly ImageDisk[]> => {
    const disks = (await disksOfOwnImages(scope.db, [source.key])).get(source.key) ?? [];
    const stays = source.visibility === 'shared' || source.region === region;
    const copied: ImageDisk[] = [];
    for (const disk of disks) {
      const snapshot =
        disk.snapshot === null || stays
          ? null
          : await copyOf(scope, disk.snapshot, { source, region, name });
      copied.push({ ...disk, snapshot });
    }
    return copied;
  },
);

async function copyOf(
  scope: Scope,
  key: Key<'snapshot'>,
  { source, region, name }: Destination & { readonly source: OwnImage },
): Promise<Key<'snapshot'>> {
  const one = { snapshot: key, region: source.region };
  const snapshot = await requireCopyable(scope, one, { encryptedToo: true });
  const copy = { name, expiresAt: null, tags: [], doc: {} };
  return copySnapshot(scope, { snapshot, to: region }, copy);
}
