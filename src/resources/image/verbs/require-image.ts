import type { Key } from '#kernel/key.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { imageFaults } from '../faults.ts';
import type { OwnImage, OwnImageState } from '../own-image.ts';
import { findOwnImage } from '../own-images.ts';

export interface ImageRequest {
  readonly image: Key<'image'>;
  /** Null: in whichever region it is. */
  readonly region: string | null;
}

/** An image that an account made or was given. */
export const requireOwnImage = verb(
  [imageFaults.notFound, imageFaults.public],
  async (scope: ReadScope, request: ImageRequest): Promise<OwnImage> => {
    const { image } = request;
    const found = await findOwnImage(scope, request);
    if (found !== undefined) return found;
    if (scope.cloud.catalogue.image(image) !== undefined) throw imageFaults.public({ image });
    throw imageFaults.notFound({ image });
  },
);

/** An image that its owner may change. */
export const requireImageOfOwner = verb(
  [requireOwnImage, imageFaults.ofOther],
  async (scope: ReadScope, request: ImageRequest): Promise<OwnImage> => {
    const image = await requireOwnImage(scope, request);
    if (image.visibility === 'private') return image;
    throw imageFaults.ofOther({ image: image.key, owner: image.account });
  },
);

/** @throws image.wrongState where it is in none of these states */
export function requireImageState(
  { key, state }: OwnImage,
  ...states: readonly OwnImageState[]
): void {
  if (!states.includes(state)) throw imageFaults.wrongState({ image: key, status: state });
}
