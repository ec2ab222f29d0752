// https://cloud.tencent.com/document/api/213/15713 (seed 004 L26707)
import { action } from '#apis/context.ts';
import { changeImage } from '#resources/image/verbs/change-image.ts';
import {
  imageDescriptionPatch,
  imageFamilyPatch,
  imageIdPatch,
  imageNamePatch,
} from '../../structs/image/image-fields.ts';
import * as model from '../models/modify-image-attribute.ts';

/** Changes what an image is called; not while others are given it (L26713). */
export const modifyImageAttribute = action.write({
  model,
  input: {
    ImageId: imageIdPatch,
    ImageName: imageNamePatch,
    ImageDescription: imageDescriptionPatch,
    ImageFamily: imageFamilyPatch,
  },
  handle: (context, { ImageId: image, ...input }) =>
    changeImage(context, {
      image,
      region: context.region,
      whileShared: 'refuse',
      ...(input.ImageName !== undefined && { name: input.ImageName }),
      ...(input.ImageDescription !== undefined && { description: input.ImageDescription }),
      ...(input.ImageFamily !== undefined && { family: input.ImageFamily || null }),
      ...(input.ImageDeprecated !== undefined && { deprecated: input.ImageDeprecated }),
    }),
});
