// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-cancelcopyimage
import { action } from '#apis/context.ts';
import { imageFaults } from '#resources/image/faults.ts';
import { cancelImageCopy } from '#resources/image/verbs/cancel-image.ts';
import { requireImageOfOwner } from '#resources/image/verbs/require-image.ts';
import * as model from '../models/cancel-copy-image.ts';
import { imageNamed } from './image-fields.ts';

/** Ends the making of a copy, by its id and in its region; it is then not there any more. */
export const cancelCopyImage = action.write({
  model,
  input: { ImageId: imageNamed },
  handle: async (context, { ImageId: image }) => {
    const which = { image, region: context.region };
    const { source } = await requireImageOfOwner(context, which);
    if (source !== 'copy') throw imageFaults.noCopy({ image });
    await cancelImageCopy(context, which);
  },
});
