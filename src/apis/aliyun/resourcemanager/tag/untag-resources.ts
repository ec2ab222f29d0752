// https://www.alibabacloud.com/help/en/resource-management/developer-reference/api-resourcemanager-2020-03-31-untagresources
import { action } from '#apis/context.ts';
import { changeTags, removedTags, resourceIds, tagsRemoved } from '../../tagging/change-tags.ts';
import * as model from '../models/untag-resources.ts';
import { managedTypes as types, typeAsked } from './tagged-types.ts';

/** Takes tags off up to fifty resource groups, off all of them or off none. */
export const untagResources = action.write({
  model,
  region: 'none',
  input: {
    ResourceType: typeAsked,
    ResourceId: { ...resourceIds, required: true },
    ...tagsRemoved,
  },
  handle: (context, { TagKey, All, ResourceId, ResourceType }) => {
    const named = { ResourceId, ResourceType: ResourceType.toUpperCase() };
    return changeTags(context, { types, named }, { remove: removedTags({ TagKey, All }) });
  },
});
