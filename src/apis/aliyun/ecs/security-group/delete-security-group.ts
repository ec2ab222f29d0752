// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletesecuritygroup
// The groups of seed 001 L21.
import { requestFaults } from '#resources/request/faults.ts';
import { deleteGroup } from '#resources/security-group/verbs/delete-group.ts';
import { id, string, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { owner } from '../../owner.ts';

export const deleteSecurityGroup = action.write({
  name: 'DeleteSecurityGroup',
  // A missing RegionId has a code of this page's own, which decoding says.
  region: 'optional',
  ratePerSecond: 50,
  input: structure({
    ...owner,
    RegionId: string({ required: true, reasons: { missing: requestFaults.regionMissing } }),
    SecurityGroupId: id('security-group', { required: true }),
  }),
  output: structure({}),
  uses: [deleteGroup],
  handle: async (context, { SecurityGroupId: group }) => {
    await deleteGroup(context, { group, region: context.region });
    return {};
  },
});
