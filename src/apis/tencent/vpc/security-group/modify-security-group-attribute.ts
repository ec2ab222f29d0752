// https://cloud.tencent.com/document/api/215/15805, models/tencent/vpc.json.
import { modifyGroup } from '#resources/security-group/verbs/modify-group.ts';
import { action } from '../../../context.ts';
import { groupDescription, groupName } from '../../structs/security-group/group-fields.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/modify-security-group-attribute.ts';

export const modifySecurityGroupAttribute = action.write({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
    GroupName: groupName,
    GroupDescription: groupDescription,
  },
  handle: (context, input) => {
    const { SecurityGroupId: group, GroupName: name, GroupDescription: description } = input;
    return modifyGroup(context, { region: context.region, group, name, description });
  },
});
