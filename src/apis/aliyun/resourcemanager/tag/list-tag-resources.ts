// https://www.alibabacloud.com/help/en/resource-management/developer-reference/api-resourcemanager-2020-03-31-listtagresources
import { action } from '#apis/context.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { resourceIds } from '../../tagging/change-tags.ts';
import { listTags, nextToken } from '../../tagging/list-tags.ts';
import * as model from '../models/list-tag-resources.ts';
import { managedTypes as types, typeAsked } from './tagged-types.ts';

/** Tags of resource groups by their ids or by tags. */
export const listTagResources = action.read({
  model,
  region: 'none',
  input: {
    ResourceType: typeAsked,
    ResourceId: resourceIds,
    Tag: tagFilters,
    MaxResults: { default: 50, min: 1, max: 100 },
    NextToken: nextToken,
  },
  handle: (context, { Tag, MaxResults: limit, ...asked }) => {
    const ResourceType = asked.ResourceType.toUpperCase();
    const tags = tagFiltersOf(Tag) ?? [];
    return listTags(context, { ...asked, ResourceType }, { types, tags, limit });
  },
});
