import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { deleteSnapshots } from '../../snapshot/verbs/delete-snapshots.ts';
import { verb } from '../../verb.ts';
import type { OwnImage } from '../own-image.ts';
import { disksOfOwnImages } from '../own-images.ts';
import { removeImages } from '../remove-images.ts';
import { type ImageDeletionRules, requireImagesDeletable } from '../require-deletable.ts';
import { imagesOfSnapshots } from '../usage.ts';
import { requireImageOfOwner } from './require-image.ts';

export interface ImageDeletion extends ImageDeletionRules {
  readonly keys: ReadonlyArray<Key<'image'>>;
  readonly region: string;
  /** Whether the snapshots behind them go as well, but for those behind other images. */
  readonly snapshots: 'keep' | 'delete';
}

/** Deletes images: all of them, or none. The instances that were made from them stay. */
export const deleteImages = verb(
  [requireImageOfOwner, requireImagesDeletable, deleteSnapshots],
  async (scope: Scope, deletion: ImageDeletion): Promise<void> => {
    const { region } = deletion;
    const images: OwnImage[] = [];
    for (const image of new Set(deletion.keys)) {
      images.push(await requireImageOfOwner(scope, { image, region }));
    }
    await requireImagesDeletable(scope, images, deletion);
    const snapshots = deletion.snapshots === 'delete' ? await snapshotsOf(scope, images) : [];
    await removeImages(scope, images);
    if (snapshots.length === 0) return;
    const others = await imagesOfSnapshots(scope.db, snapshots);
    const keys = snapshots.filter((key) => !others.has(key));
    const rules = { disks: 'keep', making: 'cancel' } as const;
    await deleteSnapshots(scope, { keys, region, ...rules });
  },
);

async function snapshotsOf(
  { db }: Scope,
  images: readonly OwnImage[],
): Promise<ReadonlyArray<Key<'snapshot'>>> {
  const disks = await disksOfOwnImages(
    db,
    images.map(({ key }) => key),
  );
  const keys = [...disks.values()].flat().flatMap(({ snapshot }) => snapshot ?? []);
  return [...new Set(keys)];
}
