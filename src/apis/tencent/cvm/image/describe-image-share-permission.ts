// https://cloud.tencent.com/document/api/213/15712 (seed 004 L25368)
import { action } from '#apis/context.ts';
import { imageShares } from '#resources/image/verbs/share-image.ts';
import { imageIdPatch } from '../../structs/image/image-fields.ts';
import * as model from '../models/describe-image-share-permission.ts';

/** The accounts that an own image is shared with. */
export const describeImageSharePermission = action.read({
  model,
  input: { ImageId: imageIdPatch },
  handle: async (context, { ImageId: image }) => {
    const shares = await imageShares(context, { image, region: context.region });
    return {
      SharePermissionSet: shares.map(({ account, createdAt }) => ({
        CreatedTime: createdAt,
        AccountId: account,
      })),
    };
  },
});
