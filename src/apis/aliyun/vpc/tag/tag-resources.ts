// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-tagresources
import { action } from '#apis/context.ts';
import { checkedTags } from '../../given-tags.ts';
import { changeTags, resourceIds, tagsSet } from '../../tagging/change-tags.ts';
import * as model from '../models/tag-resources.ts';
import { vpcTypes as types } from './tagged-types.ts';

/** Sets tags on up to fifty resources, on all of them or on none. */
export const tagResources = action.write({
  model,
  input: { ResourceId: resourceIds, Tag: tagsSet },
  handle: (context, { Tag, ResourceId, ResourceType }) => {
    const named = { ResourceId, ResourceType: ResourceType.toUpperCase() };
    return changeTags(context, { types, named }, { set: checkedTags(Tag) });
  },
});
