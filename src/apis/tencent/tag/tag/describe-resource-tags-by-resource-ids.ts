// https://www.tencentcloud.com/document/api/651/33022
// models/tencent/tag.json DescribeResourceTagsByResourceIds.
import { action } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { listTags } from '#resources/tag/verbs/list-tags.ts';
import * as model from '../models/describe-resource-tags-by-resource-ids.ts';
import { kindNamed, keyNamed, regionNamed } from './resource-name.ts';
import { category, shownTagOn, tagPage, tagPageFields } from './tag-listing.ts';

/** Tags of up to fifty resources of a kind in a region; of those that are not there, none. */
export const describeResourceTagsByResourceIds = action.read({
  model,
  region: 'none',
  input: {
    ResourceIds: {
      min: 1,
      max: 50,
      item: { max: 64 },
      reasons: { count: tagFaults.resourceMalformed },
    },
    // A resource without a region would have "", of which there are none.
    ResourceRegion: { empty: 'kept' },
    ...tagPageFields,
    Category: category,
  },
  handle: async (context, input) => {
    const { ServiceType, ResourcePrefix, ResourceRegion, ResourceIds, Offset, Limit } = input;
    const { offset, limit } = tagPage(input);
    const kind = kindNamed(ServiceType, ResourcePrefix);
    const region = regionNamed(ResourceRegion);
    const resources = ResourceIds.map((id) => keyNamed(kind, id));
    const isNone = input.Category === 'System';
    const all = await listTags(context, {
      kind,
      region,
      resources: isNone ? [] : resources,
      limit: Infinity,
    });
    const Tags = all.slice(offset, offset + limit).map(shownTagOn);
    return { TotalCount: all.length, Offset, Limit, Tags };
  },
});
