// https://www.alibabacloud.com/help/en/resource-management/developer-reference/api-createresourcegroup
import { action } from '#apis/context.ts';
import { resourceGroupFaults } from '#resources/resource-group/faults.ts';
import { createGroup } from '#resources/resource-group/verbs/change-groups.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import * as model from '../models/create-resource-group.ts';
import { displayName, inEachRegion, shownGroup, shownGroupPatch } from './group-shapes.ts';

/** Makes a group, which is there at once. */
export const createResourceGroup = action.write({
  model,
  region: 'none',
  input: {
    Name: {
      min: 2,
      max: 50,
      pattern: /^[A-Za-z][A-Za-z0-9-]*$/,
      reasons: {
        length: resourceGroupFaults.nameTooLong,
        pattern: resourceGroupFaults.nameMalformed,
      },
    },
    DisplayName: displayName,
    Tag: givenTags,
  },
  output: { ResourceGroup: { fields: shownGroupPatch } },
  handle: async (context, { Name: name, DisplayName, Tag }) => {
    const tags = checkedTags(Tag);
    const group = await createGroup(context, { name, displayName: DisplayName, tags });
    const shown = shownGroup(group, context.account);
    return { ResourceGroup: { ...shown, RegionStatuses: inEachRegion(shown.Status) } };
  },
});
