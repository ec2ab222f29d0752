// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-tagresources
import { action } from '#apis/context.ts';
import { checkedTags } from '../../given-tags.ts';
import { changeTags, resourceIds, resourceType, tagsSet } from '../../tagging/change-tags.ts';
import * as model from '../models/tag-resources.ts';
import { ecsTypes as types } from './tagged-types.ts';

/** Sets tags on up to fifty resources, on all of them or on none. */
export const tagResources = action.write({
  model,
  input: { ResourceType: resourceType, ResourceId: resourceIds, Tag: tagsSet },
  handle: (context, { Tag, ...named }) =>
    changeTags(context, { types, named }, { set: checkedTags(Tag) }),
});
