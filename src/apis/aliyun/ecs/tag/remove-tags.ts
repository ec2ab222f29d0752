// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-removetags
import { action } from '#apis/context.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { tagFilters } from '../../tag-filters.ts';
import { changeTags, resourceType } from '../../tagging/change-tags.ts';
import { resourcesNamed, typeNamed } from '../../tagging/resource-types.ts';
import * as model from '../models/remove-tags.ts';
import { checkedFilters } from './checked-filters.ts';
import { olderTypes as types } from './tagged-types.ts';

/** Takes tags off one resource: those of a key and, where one is given, of that value. */
export const removeTags = action.write({
  model,
  input: {
    ResourceType: resourceType,
    ResourceId: { reasons: { missing: tagFaults.resourceMissing } },
    Tag: tagFilters,
  },
  handle: async (context, { ResourceType, ResourceId, Tag }) => {
    const type = typeNamed(types, ResourceType);
    const filters = checkedFilters(Tag);
    if (filters.length === 0) throw tagFaults.nothingToChange();
    const [resource] = await resourcesNamed(context, type, [ResourceId]);
    if (resource === undefined) return;
    const { kind, key } = resource;
    const present = (await tagsOf(context.db, kind, [key])).get(key) ?? [];
    const lost = present.filter((tag) =>
      filters.some(
        ({ names, values }) => names.includes(tag.name) && (values?.includes(tag.value) ?? true),
      ),
    );
    const named = { ResourceType, ResourceId: [ResourceId] };
    await changeTags(context, { types, named }, { remove: lost.map(({ name }) => name) });
  },
});
