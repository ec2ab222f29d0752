// https://www.tencentcloud.com/document/api/651/33003, models/tencent/tag.json DeleteResourceTag.
import { action } from '#apis/context.ts';
import * as model from '../models/delete-resource-tag.ts';
import { changeResource } from './change-resource.ts';
import { checkedKeys, oneTag } from './tag-fields.ts';

/** Takes a tag off a resource that has it; the tag is still there. */
export const deleteResourceTag = action.write({
  model,
  region: 'none',
  input: { TagKey: oneTag.TagKey, Resource: { max: 256 } },
  handle: (context, { Resource, TagKey }) =>
    changeResource(context, Resource, { remove: checkedKeys([TagKey]), existing: 'required' }),
});
