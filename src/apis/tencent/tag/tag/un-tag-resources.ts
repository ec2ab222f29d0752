// https://www.tencentcloud.com/document/api/651/46532, models/tencent/tag.json UnTagResources.
import { action } from '#apis/context.ts';
import * as model from '../models/un-tag-resources.ts';
import { eachResource } from './each-resource.ts';
import { checkedKeys, resourcesMeant, someOf, tagsMeant } from './tag-fields.ts';

/** Takes tags off up to ten resources; a key that one does not have is no fault. */
export const unTagResources = action.batch({
  model,
  region: 'none',
  input: { ResourceList: resourcesMeant, TagKeys: { ...tagsMeant, item: { empty: 'kept' } } },
  rules: [someOf('TagKeys')],
  handle: async (context, { ResourceList, TagKeys }) =>
    eachResource(context, ResourceList, { remove: checkedKeys(TagKeys) }),
});
