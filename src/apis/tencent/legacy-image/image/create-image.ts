// https://cloud.tencent.com/document/api/213/1273 (seed 004 L55223)
import { action } from '#apis/context.ts';
import { createImage as createImageVerb } from '#resources/image/verbs/create-image.ts';
import { id, structure } from '#wire/builders.ts';
import { imageDescription, imageName } from './image-fields.ts';

/** Makes an image of the system disk of an instance, which has to be shut down (L55243). */
export const createImage = action.write({
  name: 'CreateImage',
  input: structure({
    instanceId: id('instance', { required: true }),
    imageName: { ...imageName, required: true },
    imageDescription,
  }),
  // A number, as the table and the example have it; no action asks for it.
  output: structure({ requestId: id('image-number', { asNumber: true }) }),
  handle: async (context, { instanceId: instance, imageName: name, imageDescription: text }) => {
    const image = await createImageVerb(context, {
      region: context.region,
      name,
      ...(text !== undefined && { description: text }),
      from: { instance, dataDisks: 'none', running: 'refuse' },
    });
    return { requestId: image };
  },
});
