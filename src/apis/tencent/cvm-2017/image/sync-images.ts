// https://cloud.tencent.com/document/api/213/15711, and as it was then: seed 004 L47510.
import { action } from '#apis/context.ts';
import { copyImage } from '#resources/image/verbs/copy-image.ts';
import { structure } from '#wire/builders.ts';
import { syncedImage, syncedRegions } from '../../structs/image/sync-fields.ts';

/** An image that is copied is smaller than that (L47554). */
const BELOW_GIB = 50;

/** Copies one image to other regions. */
export const syncImages = action.write({
  name: 'SyncImages',
  input: structure({ ImageIds: syncedImage, DestinationRegions: syncedRegions }),
  output: structure({}),
  handle: async (context, { ImageIds, DestinationRegions }) => {
    await copyImage(context, {
      image: ImageIds[0] ?? '',
      region: context.region,
      destinations: [...new Set(DestinationRegions)],
      encrypted: false,
      belowGiB: BELOW_GIB,
    });
    return {};
  },
});
