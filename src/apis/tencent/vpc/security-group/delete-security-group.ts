// https://cloud.tencent.com/document/api/215/15803, models/tencent/vpc.json DeleteSecurityGroup.
import { deleteGroup } from '#resources/security-group/verbs/delete-group.ts';
import { id, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { idCodes } from '../listing.ts';

export const deleteSecurityGroup = action.write({
  name: 'DeleteSecurityGroup',
  region: 'required',
  ratePerSecond: 100,
  input: structure({ SecurityGroupId: id('security-group', { required: true, codes: idCodes }) }),
  output: structure({}),
  uses: [deleteGroup],
  handle: async (context, { SecurityGroupId: group }) => {
    await deleteGroup(context, { group, region: context.region });
    return {};
  },
});
