import type { ReadContext } from '#apis/context.ts';
import { instancesMade } from '#resources/image/launching.ts';
import type { OwnImage } from '#resources/image/own-image.ts';
import { disksOfOwnImages, sharesOfOwnImages } from '#resources/image/own-images.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { type ImageShown, renderOwnImage } from './render-image.ts';

type Shower = Pick<ReadContext, 'db' | 'account' | 'now' | 'region'>;

/** Own and given images of a region as they are shown, with what is known of them besides. */
export async function showImages(
  { db, account, now, region }: Shower,
  images: readonly OwnImage[],
): Promise<readonly ImageShown[]> {
  const keys = images.map(({ key }) => key);
  const own = images.filter(({ visibility }) => visibility === 'private').map(({ key }) => key);
  const disks = await disksOfOwnImages(db, keys);
  const shares = await sharesOfOwnImages(db, own);
  const tags = await tagsOf(db, 'image', own);
  const used = await instancesMade(db, { account, region, images: keys });
  return images.map((image) =>
    renderOwnImage(image, {
      now,
      disks: disks.get(image.key) ?? [],
      tags: tags.get(image.key) ?? [],
      isShared: shares.has(image.key),
      isUsed: used.has(image.key),
    }),
  );
}
