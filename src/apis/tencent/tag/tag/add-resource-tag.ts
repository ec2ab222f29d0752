// https://www.tencentcloud.com/document/api/651/33016, models/tencent/tag.json AddResourceTag.
import { action } from '#apis/context.ts';
import * as model from '../models/add-resource-tag.ts';
import { changeResource } from './change-resource.ts';
import { checkedPairs, oneTag } from './tag-fields.ts';

/** Sets a tag on a resource that has none of that key. */
export const addResourceTag = action.write({
  model,
  region: 'none',
  input: { ...oneTag, Resource: { max: 256 } },
  handle: (context, { Resource, ...pair }) =>
    changeResource(context, Resource, { set: checkedPairs([pair]), existing: 'refused' }),
});
