// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-listtagresources
import { action } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import type { TagFilter } from '#resources/tag/tag.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { resourceIds, resourceType } from '../../tagging/change-tags.ts';
import { listTags, nextToken } from '../../tagging/list-tags.ts';
import { likeOf } from '../../wildcard.ts';
import * as model from '../models/list-tag-resources.ts';
import { ecsTypes as types } from './tagged-types.ts';

/** As VPC's page has it; this one has no number. */
const PAGE = 50;

/** Tags of resources by their ids, by tags, or by parts of tags; fifty to a page. */
export const listTagResources = action.read({
  model,
  input: {
    ResourceType: resourceType,
    ResourceId: resourceIds,
    Tag: tagFilters,
    TagFilter: {
      max: 5,
      item: {
        fields: {
          TagKey: { max: 128 },
          TagValues: {
            max: 5,
            item: { max: 128 },
            reasons: { count: tagFaults.tooManyValues },
          },
        },
      },
      reasons: { count: tagFaults.filterTooMany },
    },
    NextToken: nextToken,
  },
  handle: (context, { Tag, TagFilter: parts = [], ...asked }) => {
    const exact = tagFiltersOf(Tag) ?? [];
    if (exact.length > 0 && parts.length > 0) throw tagFaults.filtersConflict();
    const tags = exact.length > 0 ? exact : parts.map(partsOf);
    return listTags(context, asked, { types, tags, limit: PAGE });
  },
});

/** With `*` for anything in the key, or in the values of one key. @throws tag.patternMalformed */
function partsOf({
  TagKey: key,
  TagValues: values = [],
}: {
  readonly TagKey?: string | undefined;
  readonly TagValues?: readonly string[] | undefined;
}): TagFilter {
  if (key !== undefined && values.length === 0) return { namePatterns: [likeOf(key)] };
  if (key?.includes('*') === false) return { names: [key], valuePatterns: values.map(likeOf) };
  const message = 'TagValues are for a TagKey that is written out.';
  throw tagFaults.patternMalformed({ message });
}
