// https://www.alibabacloud.com/help/en/resource-management/resource-group/developer-reference/api-resourcemanager-2020-03-31-getresourcegroup-rg
import { action } from '#apis/context.ts';
import { getGroup } from '#resources/resource-group/verbs/get-groups.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import * as model from '../models/get-resource-group.ts';
import { groupMeant, inEachRegion, shownGroup, shownGroupPatch } from './group-shapes.ts';

/** One group. */
export const getResourceGroup = action.read({
  model,
  region: 'none',
  input: { ResourceGroupId: groupMeant, IncludeTags: { default: false } },
  output: { ResourceGroup: { fields: { ...shownGroupPatch, Tags: { optional: true } } } },
  handle: async (context, { ResourceGroupId: key, IncludeTags }) => {
    const group = await getGroup(context, key);
    const tags = (await tagsOf(context.db, 'resource-group', [key])).get(key) ?? [];
    const Tags = tags.map(({ name, value }) => ({ TagKey: name, TagValue: value }));
    const shown = shownGroup(group, context.account);
    const RegionStatuses = inEachRegion(shown.Status);
    return { ResourceGroup: { ...shown, RegionStatuses, ...(IncludeTags && { Tags }) } };
  },
});
