// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletesecuritygroup
// The groups of seed 001 L21.
import { requestFaults } from '#resources/request/faults.ts';
import { deleteGroup } from '#resources/security-group/verbs/delete-group.ts';
import { overlay } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-security-group.ts';

export const deleteSecurityGroup = action.write({
  name: 'DeleteSecurityGroup',
  // A missing RegionId has a code of this page's own, which decoding says.
  region: 'optional',
  ratePerSecond: 50,
  input: overlay(model.request, {
    RegionId: { reasons: { missing: requestFaults.regionMissing } },
  }),
  output: model.response,
  uses: [deleteGroup],
  handle: async (context, { SecurityGroupId: group }) => {
    await deleteGroup(context, { group, region: context.region });
    return {};
  },
});
