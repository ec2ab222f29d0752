import type { Key } from '#kernel/key.ts';
import type { OwnImageRow } from '#store/schema/own-image.ts';
import type { Reader } from '#store/store.ts';
import { listing } from '../listing/listing.ts';
import type { ReadScope } from '../scope.ts';
import { taggedWith } from '../tag/narrowing.ts';
import type { TagFilter } from '../tag/tag.ts';
import { imageDiskOf, ownImageOf, type ImageDisk, type OwnImage } from './own-image.ts';
import {
  copiesUnderWay,
  disksOfImages,
  imagesGiven,
  ownImagesByKeys,
  ownImagesIn,
  sharedImagesIn,
  sharesOfImages,
} from './own-table.ts';

/** More than any quota lets an account have. */
const LISTED_MAX = 100_000;

type Asker = Pick<ReadScope, 'db' | 'account'>;

/** An image of the account or one that it was given, by key; of that region where one is said. */
export async function findOwnImage(
  { db, account }: Asker,
  { image: key, region }: { readonly image: string; readonly region: string | null },
): Promise<OwnImage | undefined> {
  const row = await db.first(ownImagesByKeys, { keys: [key] });
  if (row === undefined || row.region !== (region ?? row.region)) return undefined;
  const image = ownImageOf(row, account);
  if (image.visibility === 'private') return image;
  const given = await db.first(imagesGiven, { keys: [key], account });
  return given === undefined ? undefined : image;
}

/** Every image of the account in a region and then those it was given, each the newest first. */
export async function ownImages(
  { db, account }: Asker,
  region: string,
): Promise<readonly OwnImage[]> {
  const own = await db.all(ownImagesIn, { account, region });
  const given = await db.all(sharedImagesIn, { account, region });
  return [...own, ...given].map((row) => ownImageOf(row, account));
}

const imageListing = listing<{ readonly tags: readonly TagFilter[] }, OwnImageRow>('own_images', {
  tags: taggedWith('image'),
});

/** Those of its own in a region that have a tag for each filter, newest first. */
export async function ownImagesTagged(
  { db, account }: Asker,
  { region, tags }: { readonly region: string; readonly tags: readonly TagFilter[] },
): Promise<readonly OwnImage[]> {
  const page = { offset: 0, limit: LISTED_MAX };
  const request = { query: { tags }, page, newestFirst: true };
  const { rows } = await imageListing.list(db, { account, region }, request);
  return rows.map((row) => ownImageOf(row, account));
}

/** The disks of up to 1,024 images, by image; an image that has none yet is absent. */
export async function disksOfOwnImages(
  reader: Reader,
  keys: ReadonlyArray<Key<'image'>>,
): Promise<ReadonlyMap<string, readonly ImageDisk[]>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.all(disksOfImages, { keys });
  const grouped = Map.groupBy(rows, ({ image }) => image);
  return new Map([...grouped].map(([image, disks]) => [image, disks.map(imageDiskOf)]));
}

/** An account that an image is shared with. */
export interface ImageShare {
  readonly account: string;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** With whom up to 1,024 images are shared, by image; one that is not shared is absent. */
export async function sharesOfOwnImages(
  reader: Reader,
  keys: ReadonlyArray<Key<'image'>>,
): Promise<ReadonlyMap<string, readonly ImageShare[]>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.all(sharesOfImages, { keys });
  const grouped = Map.groupBy(rows, ({ image }) => image);
  return new Map(
    [...grouped].map(([image, shares]) => [
      image,
      shares.map(({ account, created_at: createdAt }) => ({ account, createdAt })),
    ]),
  );
}

/** Which of up to 1,024 images are being copied to another region. */
export async function imagesBeingCopied(
  reader: Reader,
  keys: ReadonlyArray<Key<'image'>>,
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await reader.all(copiesUnderWay, { keys });
  return new Set(rows.flatMap(({ source }) => (source === null ? [] : [source])));
}
