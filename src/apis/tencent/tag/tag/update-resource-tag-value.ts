// https://www.tencentcloud.com/document/api/651/33011
// models/tencent/tag.json UpdateResourceTagValue.
import { action } from '#apis/context.ts';
import * as model from '../models/update-resource-tag-value.ts';
import { changeResource } from './change-resource.ts';
import { checkedPairs, oneTag } from './tag-fields.ts';

/** Gives a tag that a resource has a new value. */
export const updateResourceTagValue = action.write({
  model,
  region: 'none',
  input: { ...oneTag, Resource: { max: 256 } },
  handle: (context, { Resource, ...pair }) =>
    changeResource(context, Resource, { set: checkedPairs([pair]), existing: 'required' }),
});
