import type { ReadContext } from '#apis/context.ts';
import type { Image } from '#resources/image/image.ts';
import { instancesBeingMade } from '#resources/image/launching.ts';
import type { OwnImage } from '#resources/image/own-image.ts';
import { imagesBeingCopied } from '#resources/image/own-images.ts';
import { isOwn } from '../../structs/image/seen-images.ts';

/** Whichever status is asked for. */
export const ANY = 0;
const CREATING = 1;
const NORMAL = 2;
const IN_USE = 3;
/** Of a copy, where it goes to and where it comes from (seed 004 L54644). */
const SYNCING = 4;
const COPYING = 5;

/**
 * The statuses of images by key (L55006-55014): an own one is in use while an instance is made from
 * it. A failed one has none.
 */
export async function statusesOf(
  { db, account, region }: Pick<ReadContext, 'db' | 'account' | 'region'>,
  images: ReadonlyArray<Image | OwnImage>,
): Promise<ReadonlyMap<string, number>> {
  const own = images.filter(isOwn);
  const keys = own.map(({ key }) => key);
  const copied = await imagesBeingCopied(db, keys);
  const used = await instancesBeingMade(db, { account, region, images: keys });
  const normal = (key: string): number => {
    if (copied.has(key)) return COPYING;
    return used.has(key) ? IN_USE : NORMAL;
  };
  return new Map(
    images.flatMap((image): Array<[string, number]> => {
      const { key } = image;
      const state = isOwn(image) ? image.state : 'available';
      switch (state) {
        case 'creating':
        case 'importing':
          return [[key, CREATING]];
        case 'copying':
          return [[key, SYNCING]];
        case 'available':
          return [[key, normal(key)]];
        default:
          return [];
      }
    }),
  );
}
