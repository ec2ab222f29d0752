import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { OwnImage } from '../own-image.ts';
import { removeImages } from '../remove-images.ts';
import { requireImagesDeletable } from '../require-deletable.ts';
import { imagesOfSnapshots } from '../usage.ts';
import { requireImageOfOwner } from './require-image.ts';

/** Deletes the images that snapshots are behind, as far as nothing stands against that. */
export const deleteImagesOfSnapshots = verb(
  [requireImageOfOwner, requireImagesDeletable],
  async (scope: Scope, snapshots: ReadonlyArray<Key<'snapshot'>>): Promise<void> => {
    const found = [...(await imagesOfSnapshots(scope.db, snapshots)).values()].flat();
    const images: OwnImage[] = [];
    for (const image of new Set(found.map((one) => one.image))) {
      images.push(await requireImageOfOwner(scope, { image, region: null }));
    }
    await requireImagesDeletable(scope, images, { instances: 'keep', shares: 'refuse' });
    await removeImages(scope, images);
  },
);
