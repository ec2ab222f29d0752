// https://www.alibabacloud.com/help/en/resource-management/developer-reference/api-listresourcegroups
import { action } from '#apis/context.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { listGroups } from '#resources/resource-group/verbs/get-groups.ts';
import type { Tag, TagFilter } from '#resources/tag/tag.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id } from '#wire/builders.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/list-resource-groups.ts';
import { shownGroup, shownGroupPatch } from './group-shapes.ts';

/** Groups of the account; a part of a name finds as well. */
export const listResourceGroups = action.read({
  model,
  region: 'none',
  input: {
    ...numbered(100),
    Status: { values: ['Creating', 'OK', 'PendingDelete'] },
    Name: { max: 50 },
    DisplayName: { max: 50 },
    ResourceGroupIds: {
      max: 100,
      item: id('resource-group'),
      reasons: { count: listingFaults.tooManyIds },
    },
    Tag: tagFilters,
    IncludeTags: { default: false },
  },
  output: {
    ResourceGroups: { item: { fields: { ...shownGroupPatch, Tags: { optional: true } } } },
  },
  handle: async (context, input) => {
    const { ResourceGroupId: one, ResourceGroupIds: keys = one === undefined ? undefined : [one] } =
      input;
    const { Name: name = '', DisplayName: displayName = '', PageNumber, PageSize } = input;
    const filters = tagFiltersOf(input.Tag) ?? [];
    const all = (input.Status ?? 'OK') === 'OK' ? await listGroups(context) : [];
    const ofAll = all.map(({ key }) => key);
    const tags = await tagsOf(context.db, 'resource-group', ofAll);
    const found = all
      .filter(({ key }) => keys?.includes(key) ?? true)
      .filter((group) => group.name.includes(name) && group.displayName.includes(displayName))
      .filter(({ key }) => filters.every((filter) => hasTag(tags.get(key), filter)));
    const { offset, limit } = offsetAndLimit(input);
    const showsTags = input.IncludeTags || filters.length > 0;
    const ResourceGroups = found.slice(offset, offset + limit).map((group) => ({
      ...shownGroup(group, context.account),
      ...(showsTags && { Tags: (tags.get(group.key) ?? []).map(shownTag) }),
    }));
    return { TotalCount: found.length, PageNumber, PageSize, ResourceGroups };
  },
});

function hasTag(tags: readonly Tag[] = [], { names, values }: TagFilter): boolean {
  return tags.some(({ name, value }) => {
    return names?.includes(name) === true && (values?.includes(value) ?? true);
  });
}

function shownTag({ name, value }: Tag) {
  return { TagKey: name, TagValue: value };
}
