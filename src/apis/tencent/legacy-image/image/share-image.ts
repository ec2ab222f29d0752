// https://cloud.tencent.com/document/api/213/1277 (seed 004 L54700)
import { action } from '#apis/context.ts';
import { shareImage as shareImageVerb } from '#resources/image/verbs/share-image.ts';
import { structure } from '#wire/builders.ts';
import { olderAccountsMax } from '../../structs/image/share-permission.ts';
import { imageId, uinList } from './image-fields.ts';

/** Lets other accounts launch from an image in its region. */
export const shareImage = action.write({
  name: 'ShareImage',
  input: structure({ imageId, uinList }),
  output: structure({}),
  handle: async (context, { imageId: image, uinList: accounts }) => {
    const sharing = { image, region: context.region, accounts };
    await shareImageVerb(context, { ...sharing, limit: olderAccountsMax });
    return {};
  },
});
