// https://cloud.tencent.com/document/api/213/15711 (seed 004 L26353)
import { action } from '#apis/context.ts';
import { copyImage } from '#resources/image/verbs/copy-image.ts';
import { id } from '#wire/builders.ts';
import { imageNamePatch } from '../../structs/image/image-fields.ts';
import { syncedImage, syncedRegions } from '../../structs/image/sync-fields.ts';
import * as model from '../models/sync-images.ts';

/** Copies one image to other regions, which is shown there as SYNCING (L26357-26367). */
export const syncImages = action.write({
  model,
  input: {
    ImageIds: syncedImage,
    DestinationRegions: syncedRegions,
    ImageName: imageNamePatch,
    ImageSetRequired: { default: false },
    Encrypt: { default: false },
    KmsKeyId: { max: 64 },
  },
  output: { ImageSet: { item: { fields: { Region: id('region') } } } },
  handle: async (context, input) => {
    const { ImageIds, ImageName: name, Encrypt: encrypted, KmsKeyId } = input;
    const copies = await copyImage(context, {
      image: ImageIds[0] ?? '',
      region: context.region,
      destinations: [...new Set(input.DestinationRegions)],
      ...(name !== undefined && { name }),
      encrypted,
      // A key is of effect for an encrypted copy alone (L26479).
      ...(encrypted && KmsKeyId !== undefined && { encryptionKey: KmsKeyId }),
    });
    const shown = copies.map(({ image, region }) => ({ ImageId: image, Region: region }));
    return { ImageSet: input.ImageSetRequired ? shown : [] };
  },
});
