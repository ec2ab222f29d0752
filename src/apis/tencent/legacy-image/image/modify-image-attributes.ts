// https://cloud.tencent.com/document/api/213/1275 (seed 004 L55361)
import { action } from '#apis/context.ts';
import { changeImage } from '#resources/image/verbs/change-image.ts';
import { structure } from '#wire/builders.ts';
import { imageDescription, imageId, imageName } from './image-fields.ts';

/** Changes the name and the description of an image; an empty one changes nothing (L55388). */
export const modifyImageAttributes = action.write({
  name: 'ModifyImageAttributes',
  input: structure({ imageId, imageName, imageDescription }),
  output: structure({}),
  handle: async (context, { imageId: image, imageName: name, imageDescription: description }) => {
    await changeImage(context, {
      image,
      region: context.region,
      whileShared: 'refuse',
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
    });
    return {};
  },
});
