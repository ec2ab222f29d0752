// https://www.alibabacloud.com/help/en/resource-management/resource-group/developer-reference/api-resourcemanager-2020-03-31-updateresourcegroup-rg
import { action } from '#apis/context.ts';
import { showGroupAs } from '#resources/resource-group/verbs/change-groups.ts';
import * as model from '../models/update-resource-group.ts';
import { displayName, groupMeant, shownGroup, shownGroupPatch } from './group-shapes.ts';

/** Gives a group another name to show. */
export const updateResourceGroup = action.write({
  model,
  region: 'none',
  input: { ResourceGroupId: groupMeant, NewDisplayName: displayName },
  output: { ResourceGroup: { fields: shownGroupPatch } },
  handle: async (context, { ResourceGroupId: key, NewDisplayName }) => {
    const group = await showGroupAs(context, key, NewDisplayName);
    return { ResourceGroup: shownGroup(group, context.account) };
  },
});
