import type { Catalogue } from '#resources/cloud.ts';
import type { Image } from '#resources/image/image.ts';
import { findOwnImage } from '#resources/image/own-images.ts';
import type { LaunchableImage } from '#resources/image/system.ts';
import type { ReadScope } from '#resources/scope.ts';

/** The images a vendor shows: its own that can be launched, then those an operator brought. */
export function imagesSeen(catalogue: Catalogue, own: readonly string[]): readonly Image[] {
  const launchable = own.map((key) => catalogue.image(key));
  return [...launchable.filter((image) => image !== undefined), ...catalogue.imported()];
}

/** Who looks for an image, and where. */
export type ImageSeeker = Pick<ReadScope, 'db' | 'account' | 'cloud'> & { readonly region: string };

/**
 * The image of a key: one of the vendor's, which `isOfVendor` says, an operator's, or one that the
 * account made or was given in the region; else undefined.
 */
export async function imageSeen(
  seeker: ImageSeeker,
  key: string,
  isOfVendor: boolean,
): Promise<LaunchableImage | undefined> {
  const image = seeker.cloud.catalogue.image(key);
  if (image === undefined) return findOwnImage(seeker, { image: key, region: seeker.region });
  return isOfVendor || image.name !== undefined ? image : undefined;
}
