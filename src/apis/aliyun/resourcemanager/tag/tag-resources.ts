// https://www.alibabacloud.com/help/en/resource-management/developer-reference/api-resourcemanager-2020-03-31-tagresources
import { action } from '#apis/context.ts';
import { checkedTags } from '../../given-tags.ts';
import { changeTags, resourceIds, tagsSet } from '../../tagging/change-tags.ts';
import * as model from '../models/tag-resources.ts';
import { managedTypes as types, typeAsked } from './tagged-types.ts';

/** Sets tags on up to fifty resource groups, on all of them or on none. */
export const tagResources = action.write({
  model,
  region: 'none',
  input: { ResourceType: typeAsked, ResourceId: resourceIds, Tag: tagsSet },
  handle: (context, { Tag, ResourceId, ResourceType }) => {
    const named = { ResourceId, ResourceType: ResourceType.toUpperCase() };
    return changeTags(context, { types, named }, { set: checkedTags(Tag) });
  },
});
