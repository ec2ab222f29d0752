// https://cloud.tencent.com/document/api/215/15803, models/tencent/vpc.json DeleteSecurityGroup.
import { deleteSecurityGroup as deleteVerb } from '#resources/security-group/verbs/delete-security-group.ts';
import { id, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { idCodes } from '../listing.ts';

export const deleteSecurityGroup = action.write({
  name: 'DeleteSecurityGroup',
  region: 'required',
  ratePerSecond: 100,
  input: structure({ SecurityGroupId: id('security-group', { required: true, codes: idCodes }) }),
  output: structure({}),
  uses: [deleteVerb],
  handle: async (context, { SecurityGroupId: group }) => {
    await deleteVerb(context, { group, region: context.region });
    return {};
  },
});
