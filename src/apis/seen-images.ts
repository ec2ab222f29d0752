import type { Catalogue } from '#resources/cloud.ts';
import type { Image } from '#resources/image/image.ts';

/** The images a vendor shows: its own that can be launched, then those an operator brought. */
export function imagesSeen(catalogue: Catalogue, own: readonly string[]): readonly Image[] {
  const launchable = own.map((key) => catalogue.image(key));
  return [...launchable.filter((image) => image !== undefined), ...catalogue.imported()];
}

/** The image of a key, where it is the vendor's own or an operator's; else undefined. */
export function imageSeen(catalogue: Catalogue, key: string, isOwn: boolean): Image | undefined {
  const image = catalogue.image(key);
  return isOwn || image?.name !== undefined ? image : undefined;
}
