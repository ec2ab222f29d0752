// https://cloud.tencent.com/document/api/213/31281 (seed 004 L30280)
import { action } from '#apis/context.ts';
import { leaveGroup } from '#resources/instance/verbs/change-membership.ts';
import * as model from '../models/disassociate-security-groups.ts';
import { groupAndInstances, someOfBoth } from './one-group.ts';

/** Takes instances out of a security group: all of them, or none. Each stays in one at least. */
export const disassociateSecurityGroups = action.write({
  model,
  input: groupAndInstances,
  rules: someOfBoth,
  handle: async (context, { SecurityGroupIds: [group = ''], InstanceIds: keys }) => {
    await leaveGroup(context, { keys, region: context.region, group, operation: 'leave-group' });
  },
});
