// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletesecuritygroup
// The groups of seed 001 L21.
import { requestFaults } from '#resources/request/faults.ts';
import { deleteGroup } from '#resources/security-group/verbs/delete-group.ts';
import { action } from '../../../context.ts';
import * as model from '../models/delete-security-group.ts';

export const deleteSecurityGroup = action.write({
  model,
  // A missing RegionId has a code of this page's own, which decoding says.
  region: 'optional',
  input: {
    RegionId: { reasons: { missing: requestFaults.regionMissing } },
  },
  handle: (context, { SecurityGroupId: group }) =>
    deleteGroup(context, { group, region: context.region }),
});
