// https://cloud.tencent.com/document/api/213/1278 (seed 004 L54765)
import { action } from '#apis/context.ts';
import { unshareImage } from '#resources/image/verbs/share-image.ts';
import { structure } from '#wire/builders.ts';
import { imageId, uinList } from './image-fields.ts';

/** Takes an image back from accounts, each of which is named (L54793). */
export const cancelShareImage = action.write({
  name: 'CancelShareImage',
  input: structure({ imageId, uinList }),
  output: structure({}),
  handle: async (context, { imageId: image, uinList: accounts }) => {
    await unshareImage(context, { image, region: context.region, accounts });
    return {};
  },
});
