// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deleteimage
import { action } from '#apis/context.ts';
import { deleteImages } from '#resources/image/verbs/delete-images.ts';
import * as model from '../models/delete-image.ts';
import { imageNamed } from './image-fields.ts';
import { findImageSeen } from './seen-images.ts';

/** Deletes an image; its snapshots stay. One that is not there is ignored, as the page says. */
export const deleteImage = action.write({
  model,
  input: { ImageId: imageNamed, Force: { default: false } },
  handle: async (context, { ImageId: image, Force }) => {
    const { region } = context;
    if ((await findImageSeen(context, image)) === undefined) return;
    await deleteImages(context, {
      keys: [image],
      region,
      instances: Force ? 'keep' : 'refuse',
      shares: 'refuse',
      snapshots: 'keep',
    });
  },
});
