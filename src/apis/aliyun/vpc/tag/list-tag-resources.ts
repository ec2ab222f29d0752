// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-listtagresources
import { action } from '#apis/context.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { resourceIds } from '../../tagging/change-tags.ts';
import { listTags, nextToken } from '../../tagging/list-tags.ts';
import * as model from '../models/list-tag-resources.ts';
import { vpcTypes as types } from './tagged-types.ts';

/** Tags of resources by their ids or by tags. */
export const listTagResources = action.read({
  model,
  input: {
    ResourceId: resourceIds,
    Tag: tagFilters,
    MaxResults: { default: 50, min: 1, max: 50 },
    NextToken: nextToken,
  },
  handle: (context, { Tag, MaxResults: limit, ...asked }) => {
    const ResourceType = asked.ResourceType.toUpperCase();
    const tags = tagFiltersOf(Tag) ?? [];
    return listTags(context, { ...asked, ResourceType }, { types, tags, limit });
  },
});
