// https://cloud.tencent.com/document/api/213/31282 (seed 004 L30066)
import { action } from '#apis/context.ts';
import { joinGroup } from '#resources/instance/verbs/change-membership.ts';
import * as model from '../models/associate-security-groups.ts';
import { groupAndInstances, someOfBoth } from './one-group.ts';

/** Puts instances into a security group, behind those they are in: all of them, or none. */
export const associateSecurityGroups = action.write({
  model,
  input: groupAndInstances,
  rules: someOfBoth,
  handle: async (context, { SecurityGroupIds: [group = ''], InstanceIds: keys }) => {
    await joinGroup(context, { keys, region: context.region, group, operation: 'join-group' });
  },
});
