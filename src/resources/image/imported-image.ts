import type { ImageRow, NewImage } from '#store/schema/image.ts';
import type { Reader, Tx } from '#store/store.ts';
import type { Image } from './image.ts';
import { allImages, deleteImage } from './table.ts';

/** An image that an operator brought to the driver, public to every account. */
export interface ImportedImage extends Image {
  readonly name: string;
  /** What the driver calls it. */
  readonly engineName: string;
  /** Public images of the catalogue, by key, whose machines are made from it. */
  readonly standsFor: readonly string[];
}

/** Every imported image, the oldest first. */
export async function listImportedImages(reader: Reader): Promise<readonly ImportedImage[]> {
  return (await reader.all(allImages, {})).map(imageOf);
}

/**
 * Keeps an imported image.
 * @throws Error where its name is taken, or another one stands for the same public image.
 */
export async function keepImportedImage(tx: Tx, image: ImportedImage): Promise<void> {
  for (const other of await listImportedImages(tx)) {
    if (other.name === image.name) {
      throw new Error(
        `There is an image called ${image.name} already: remove it, or name this one.`,
      );
    }
    if (other.standsFor.some((key) => image.standsFor.includes(key))) {
      throw new Error(`The image ${other.name} stands for one of these already: remove it first.`);
    }
  }
  await tx.insert('images', [rowOf(image)]);
}

/** Forgets an imported image; instances made from it stay. */
export async function forgetImportedImage(tx: Tx, key: string): Promise<void> {
  await tx.run(deleteImage, { key });
}

function imageOf(row: ImageRow): ImportedImage {
  return {
    key: row.key,
    visibility: 'public',
    name: row.name,
    osFamily: row.os_family,
    osName: row.os_name,
    platform: row.platform,
    architecture: row.architecture,
    sizeGiB: row.size_gib,
    loginUser: row.login_user,
    cloudInit: row.cloud_init === 1,
    createdAt: row.created_at,
    engineName: row.engine_name,
    standsFor: JSON.parse(row.stands_for) as readonly string[],
  };
}

function rowOf(image: ImportedImage): NewImage {
  return {
    key: image.key,
    name: image.name,
    os_family: image.osFamily,
    os_name: image.osName,
    platform: image.platform,
    architecture: image.architecture,
    size_gib: image.sizeGiB,
    login_user: image.loginUser,
    cloud_init: image.cloudInit ? 1 : 0,
    engine_name: image.engineName,
    stands_for: JSON.stringify(image.standsFor),
    created_at: image.createdAt,
  };
}
