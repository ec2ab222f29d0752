// https://cloud.tencent.com/document/api/215/15803, models/tencent/vpc.json DeleteSecurityGroup.
import { deleteGroup } from '#resources/security-group/verbs/delete-group.ts';
import { overlay } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-security-group.ts';

export const deleteSecurityGroup = action.write({
  name: 'DeleteSecurityGroup',
  region: 'required',
  ratePerSecond: 100,
  input: overlay(model.request, {
    SecurityGroupId: { ...vpcId('security-group'), required: true },
  }),
  output: model.response,
  uses: [deleteGroup],
  handle: async (context, { SecurityGroupId: group }) => {
    await deleteGroup(context, { group, region: context.region });
    return {};
  },
});
