// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifysecuritygroupattribute
import { modifyGroup } from '#resources/security-group/verbs/modify-group.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-security-group-attribute.ts';
import { groupDescription, groupName } from './security-group-fields.ts';

/** What is left out stays as it is; neither can be taken away. */
export const modifySecurityGroupAttribute = action.write({
  model,
  input: { SecurityGroupName: groupName, Description: groupDescription },
  handle: (context, { SecurityGroupId: group, SecurityGroupName: name, Description }) =>
    modifyGroup(context, { region: context.region, group, name, description: Description }),
});
