// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-untagresources
import { action } from '#apis/context.ts';
import { changeTags, removedTags, resourceIds, tagsRemoved } from '../../tagging/change-tags.ts';
import * as model from '../models/un-tag-resources.ts';
import { vpcTypes as types } from './tagged-types.ts';

/** Takes tags off up to fifty resources, off all of them or off none. */
export const unTagResources = action.write({
  model,
  input: { ResourceId: { ...resourceIds, required: true }, ...tagsRemoved },
  handle: (context, { TagKey, All, ResourceId, ResourceType }) => {
    const named = { ResourceId, ResourceType: ResourceType.toUpperCase() };
    return changeTags(context, { types, named }, { remove: removedTags({ TagKey, All }) });
  },
});
