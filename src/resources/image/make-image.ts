import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Scope } from '../scope.ts';
import { saveTags } from '../tag/tags.ts';
import type { Tag } from '../tag/tag.ts';
import { imageFaults } from './faults.ts';
import { newOwnImageRow, type ImageDisk, type OwnImage } from './own-image.ts';
import { imageByName, takenImageKeys } from './own-table.ts';
import { imageQuota } from './quota.ts';

/** What its owner says of a new image. */
export interface ImageWishes {
  readonly name: string;
  readonly description?: string;
  readonly family?: string;
  readonly tags?: readonly Tag[];
  readonly resourceGroup?: string;
  /** What one vendor alone knows of it. */
  readonly own?: Readonly<Record<string, unknown>>;
}

/** What it is made of and how it begins. */
export type ImageMade = Omit<
  OwnImage,
  | 'key'
  | 'account'
  | 'visibility'
  | 'name'
  | 'description'
  | 'family'
  | 'resourceGroup'
  | 'own'
  | 'deprecated'
  | 'error'
  | 'createdAt'
  | 'expectedAt'
>;

/**
 * Writes the row of a new image and counts it. @throws image.nameTaken, image.quotaExceeded
 */
export async function makeImage(
  scope: Scope,
  wishes: ImageWishes,
  { made, disks }: { readonly made: ImageMade; readonly disks: readonly ImageDisk[] },
): Promise<Key<'image'>> {
  const { db, account, now } = scope;
  const { name, description = '', family = null, tags = [], own = {} } = wishes;
  await requireFreeName(scope, { name, region: made.region });
  await imageQuota.take(scope, made.region);
  const key = await freshKey(scope);
  const image = {
    ...made,
    key,
    account,
    name,
    description,
    family,
    resourceGroup: wishes.resourceGroup ?? null,
    own,
    deprecated: false,
    error: null,
    createdAt: now,
    expectedAt: now,
  };
  await db.insert('own_images', [newOwnImageRow(image)]);
  await db.insert(
    'image_disks',
    disks.map(({ role, sizeGiB, snapshot, device }, position) => ({
      image: key,
      position,
      role,
      size_gib: sizeGiB,
      snapshot,
      device,
    })),
  );
  await saveTags(db, { account, kind: 'image', resources: [key] }, tags);
  return key;
}

/** A name is its image's own in its region. @throws image.nameTaken */
export async function requireFreeName(
  { db, account }: Pick<Scope, 'db' | 'account'>,
  { name, region, key }: { readonly name: string; readonly region: string; readonly key?: string },
): Promise<void> {
  // Those that have no name take it from none.
  if (name === '') return;
  const namesake = await db.first(imageByName, { account, region, name });
  if (namesake !== undefined && namesake.key !== key) throw imageFaults.nameTaken({ name, region });
}

/** A key that no image has, of the catalogue's neither: a collision is drawn again (D13). */
async function freshKey({ db, cloud }: Scope): Promise<Key<'image'>> {
  for (;;) {
    const key = newKey(cloud.random);
    const taken = await db.first(takenImageKeys, { keys: [key] });
    if (taken === undefined && cloud.catalogue.image(key) === undefined) return key;
  }
}
