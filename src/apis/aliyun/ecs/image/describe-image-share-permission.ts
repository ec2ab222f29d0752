// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeimagesharepermission
import { action } from '#apis/context.ts';
import { imageShares } from '#resources/image/verbs/share-image.ts';
import { time } from '#wire/builders.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-image-share-permission.ts';
import { imageNamed } from './image-fields.ts';

/** With whom an image is shared. No image is public by its owner, so there are no groups. */
export const describeImageSharePermission = action.read({
  model,
  input: { ImageId: imageNamed, ...numbered(50) },
  output: { Accounts: { item: { fields: { SharedTime: time({ form: 'seconds' }) } } } },
  handle: async (context, { ImageId: image, ...asked }) => {
    const { region } = context;
    const shares = await imageShares(context, { image, region });
    const { offset, limit } = offsetAndLimit(asked);
    return {
      ImageId: image,
      RegionId: region,
      PageNumber: asked.PageNumber,
      PageSize: limit,
      TotalCount: shares.length,
      Accounts: shares
        .slice(offset, offset + limit)
        .map(({ account, createdAt }) => ({ AliyunId: account, SharedTime: createdAt })),
      ShareGroups: [],
    };
  },
});
