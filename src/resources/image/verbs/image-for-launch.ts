import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { imageFaults } from '../faults.ts';
import { findOwnImage } from '../own-images.ts';
import type { LaunchableImage } from '../system.ts';
import type { ImageRequest } from './require-image.ts';

/** An image of the catalogue, an own or a given one that machines can be made from now. */
export const imageForLaunch = verb(
  [imageFaults.notFound, imageFaults.unavailable],
  async (scope: ReadScope, request: ImageRequest): Promise<LaunchableImage> => {
    const { image } = request;
    const offered = scope.cloud.catalogue.image(image);
    if (offered?.isGone) throw imageFaults.unavailable({ image });
    if (offered !== undefined) return offered;
    const own = await findOwnImage(scope, request);
    if (own === undefined) throw imageFaults.notFound({ image });
    if (own.state !== 'available') throw imageFaults.unavailable({ image });
    return own;
  },
);
