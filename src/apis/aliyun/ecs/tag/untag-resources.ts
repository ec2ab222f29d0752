// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-untagresources
import { action } from '#apis/context.ts';
import {
  changeTags,
  removedTags,
  resourceIds,
  resourceType,
  tagsRemoved,
} from '../../tagging/change-tags.ts';
import * as model from '../models/untag-resources.ts';
import { ecsTypes as types } from './tagged-types.ts';

/** Takes tags off up to fifty resources, off all of them or off none. */
export const untagResources = action.write({
  model,
  input: { ResourceType: resourceType, ResourceId: resourceIds, ...tagsRemoved },
  handle: (context, { TagKey, All, ...named }) =>
    changeTags(context, { types, named }, { remove: removedTags({ TagKey, All }) }),
});
