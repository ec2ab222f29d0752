// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifysecuritygroupattribute
import { changeGroup } from '#resources/security-group/verbs/change-group.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-security-group-attribute.ts';
import { groupDescription, groupName } from './security-group-fields.ts';

/** What is left out stays as it is; neither can be taken away. */
export const modifySecurityGroupAttribute = action.write({
  model,
  input: { SecurityGroupName: groupName, Description: groupDescription },
  handle: async (context, { SecurityGroupId: group, SecurityGroupName: name, Description }) => {
    const { region } = context;
    await changeGroup(context, { region, group }, { name, description: Description });
  },
});
