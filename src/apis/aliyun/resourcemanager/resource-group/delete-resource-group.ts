// https://www.alibabacloud.com/help/en/resource-management/resource-group/developer-reference/api-resourcemanager-2020-03-31-deleteresourcegroup-rg
import { action } from '#apis/context.ts';
import { deleteGroup } from '#resources/resource-group/verbs/change-groups.ts';
import * as model from '../models/delete-resource-group.ts';
import { groupMeant, inEachRegion, shownGroup, shownGroupPatch } from './group-shapes.ts';

/** Deletes a group that nothing is in; it is gone at once. */
export const deleteResourceGroup = action.write({
  model,
  region: 'none',
  input: { ResourceGroupId: groupMeant },
  output: { ResourceGroup: { fields: shownGroupPatch } },
  handle: async (context, { ResourceGroupId: key }) => {
    const group = await deleteGroup(context, key);
    const Status = 'PendingDelete';
    const shown = { ...shownGroup(group, context.account), Status };
    return { ResourceGroup: { ...shown, RegionStatuses: inEachRegion(Status) } };
  },
});
