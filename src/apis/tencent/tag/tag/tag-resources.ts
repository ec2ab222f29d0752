// https://www.tencentcloud.com/document/api/651/46533, models/tencent/tag.json TagResources.
import { action } from '#apis/context.ts';
import * as model from '../models/tag-resources.ts';
import { eachResource } from './each-resource.ts';
import { checkedPairs, resourcesMeant, someOf, tagsSet, withValues } from './tag-fields.ts';

/** Sets tags on up to ten resources; a key that one has takes the new value. */
export const tagResources = action.batch({
  model,
  region: 'none',
  input: { ResourceList: resourcesMeant, Tags: tagsSet },
  rules: [someOf('Tags')],
  handle: async (context, { ResourceList, Tags }) =>
    eachResource(context, ResourceList, { set: withValues(checkedPairs(Tags)) }),
});
