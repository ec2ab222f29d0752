// https://cloud.tencent.com/document/api/215/15803, models/tencent/vpc.json DeleteSecurityGroup.
import { deleteGroup } from '#resources/security-group/verbs/delete-group.ts';
import { structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';

export const deleteSecurityGroup = action.write({
  name: 'DeleteSecurityGroup',
  region: 'required',
  ratePerSecond: 100,
  input: structure({ SecurityGroupId: { ...vpcId('security-group'), required: true } }),
  output: structure({}),
  uses: [deleteGroup],
  handle: async (context, { SecurityGroupId: group }) => {
    await deleteGroup(context, { group, region: context.region });
    return {};
  },
});
