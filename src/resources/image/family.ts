import type { ReadScope } from '../scope.ts';
import type { OwnImage } from './own-image.ts';
import { ownImages } from './own-images.ts';

/**
 * The newest image of a family that machines can be made from: of the account's own before those it
 * was given, and none that its owner advises against.
 */
export async function newestOfFamily(
  scope: Pick<ReadScope, 'db' | 'account'>,
  { family, region }: { readonly family: string; readonly region: string },
): Promise<OwnImage | undefined> {
  const images = await ownImages(scope, region);
  return images.find(
    (image) => image.family === family && image.state === 'available' && !image.deprecated,
  );
}
