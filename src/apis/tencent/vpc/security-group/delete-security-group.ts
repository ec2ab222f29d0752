// https://cloud.tencent.com/document/api/215/15803, models/tencent/vpc.json DeleteSecurityGroup.
import { deleteGroup } from '#resources/security-group/verbs/delete-group.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-security-group.ts';

export const deleteSecurityGroup = action.write({
  model,
  input: {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
  },
  handle: (context, { SecurityGroupId: group }) =>
    deleteGroup(context, { group, region: context.region }),
});
