// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-addtags
import { action } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { checkedTags } from '../../given-tags.ts';
import { changeTags, resourceType, tagsSet } from '../../tagging/change-tags.ts';
import * as model from '../models/add-tags.ts';
import { olderTypes as types } from './tagged-types.ts';

/** Sets tags on one resource, as TagResources does on several. */
export const addTags = action.write({
  model,
  input: {
    ResourceType: resourceType,
    ResourceId: { reasons: { missing: tagFaults.resourceMissing } },
    Tag: tagsSet,
  },
  handle: (context, { ResourceType, ResourceId, Tag }) => {
    if (Tag.some(({ Key }) => Key === undefined)) throw tagFaults.keyMissing();
    const named = { ResourceType, ResourceId: [ResourceId] };
    return changeTags(context, { types, named }, { set: checkedTags(Tag) });
  },
});
